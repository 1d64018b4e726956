using System.CommandLine;
using Espero.Station.CommandLine;
using Espero.Station.Recipes.Facts;
using Espero.Station.Recipes.Failures;
using Espero.Station.Recipes.Words;
using Espero.Station.Watch;

namespace Espero.Station.Workbench;

/// <summary><c>espero-station facts</c>: what a phone says about itself, without what names it or its owner.</summary>
internal static class FactsCommand
{
    private const int Format = 1;

    public static Command Create(Surroundings surroundings, Func<PhoneSpec, CancellationToken, Task<TalkResult<PhoneSight>>> look)
    {
        var phone = new Option<PhoneSpec?>("--phone")
        {
            Description = surroundings.Say(
                "Its USB port, its serial, or tcp:HOST:PORT, udp:HOST:PORT, adb:HOST:PORT.",
                "Sa prise USB, son numéro de série, ou tcp:HOST:PORT, udp:HOST:PORT, adb:HOST:PORT."),
            HelpName = "SPEC",
            Required = true,
            CustomParser = new Reading(surroundings).Phone,
        };
        var command = new Command("facts", surroundings.Say(
            "Example: espero-station facts --phone 1-2.3 > facts.json\n\nRecords what a phone says about itself, without serials and the like. espero-phone --from makes a virtual phone of it.",
            "Exemple : espero-station facts --phone 1-2.3 > facts.json\n\nRelève ce qu'un téléphone dit de lui-même, sans numéro de série ni rien de personnel. espero-phone --from en fait un téléphone virtuel."))
        {
            phone,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var sight = await look(parsed.GetRequiredValue(phone)!, cancellationToken);
            if (!sight.Succeeded)
            {
                surroundings.Talk.WriteLine(
                    $"{FailureCatalogue.Find(sight.Error.FailureClass)?.SentencesIn(surroundings.Language)} ({sight.Error.FailureClass}: {sight.Error.Text})");
                return ExitCode.Failed;
            }

            surroundings.Output.WriteLine(Json(sight.Value));
            return ExitCode.Ok;
        });
        return command;
    }

    private static string Json(PhoneSight sight) => JsonOutput.Write(
        json =>
        {
            json.WriteStartObject();
            json.WriteNumber("format", Format);
            json.WriteStartObject("facts");
            foreach (var (name, value) in sight.Facts.Where(fact => !PersonalFacts.IsPersonal(fact.Key)))
            {
                json.WriteString(name, value);
            }

            json.WriteEndObject();
            json.WriteEndObject();
        },
        isIndented: true);
}
