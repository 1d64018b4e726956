using System.CommandLine;
using Espero.Station.CommandLine;
using Espero.Station.Recipes.Words;
using Espero.Station.Watch;

namespace Espero.Station.Workbench;

/// <summary>Which one phone a command is about.</summary>
internal static class PhoneOption
{
    public static Option<PhoneSpec?> Create(Surroundings surroundings) => new("--phone")
    {
        Description = surroundings.Say(
            "Its USB port, its serial, or tcp:HOST:PORT, udp:HOST:PORT, adb:HOST:PORT; several ways to one phone with commas.",
            "Sa prise USB, son numéro de série, ou tcp:HOST:PORT, udp:HOST:PORT, adb:HOST:PORT ; plusieurs voies vers un même téléphone avec des virgules."),
        HelpName = "SPEC",
        Required = true,
        CustomParser = new Reading(surroundings).Phone,
    };
}
