using Espero.Station.Recipes.Facts;
using Espero.Station.V1;
using Espero.Station.Watch;

namespace Espero.Station.Link;

/// <summary>What the orchestrator is told about a port.</summary>
internal static class PortPicture
{
    private const int MaxFacts = 256;

    public static Port Of(PortSight sight) => new()
    {
        Path = sight.Port.Path,
        Number = sight.Port.Number,
        Phone = sight.Phone is { } phone ? Of(phone) : null,
    };

    private static Phone Of(PhoneSight sight)
    {
        var phone = new Phone { Mode = sight.Mode, Obstacle = sight.Obstacle };
        if (sight.Serial.Length > 0)
        {
            phone.Marks.Add(new Mark { Kind = Mark.Types.Kind.FastbootSerial, Value = sight.Serial });
        }

        phone.Facts.AddRange(sight.Variables
            .Where(variable => !PersonalFacts.IsPersonal(variable.Key))
            .Take(MaxFacts)
            .Select(variable => new NamedFact { Name = "getvar." + variable.Key, Value = variable.Value }));
        return phone;
    }
}
