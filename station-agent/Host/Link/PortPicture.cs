using Espero.Plan.V1;
using Espero.Station.Recipes.Facts;
using Espero.Station.Recipes.Failures;
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
        var phone = new Phone { Mode = sight.Mode, Obstacle = ObstacleOf(sight.Obstacle), FailureClass = sight.Obstacle?.FailureClass ?? "" };
        if (sight.Serial.Length > 0 && KindOf(sight.Mode) is not Mark.Types.Kind.Unspecified)
        {
            phone.Marks.Add(new Mark { Kind = KindOf(sight.Mode), Value = sight.Serial });
        }

        phone.Facts.AddRange(sight.Facts
            .Where(fact => !PersonalFacts.IsPersonal(fact.Key))
            .Take(MaxFacts)
            .Select(fact => new NamedFact { Name = fact.Key, Value = fact.Value }));
        return phone;
    }

    private static Mark.Types.Kind KindOf(PhoneMode mode) => Tongues.Of(mode) switch
    {
        Tongue.Fastboot => Mark.Types.Kind.FastbootSerial,
        Tongue.Adb => Mark.Types.Kind.AdbSerial,
        Tongue.Download => Mark.Types.Kind.Unspecified, // download mode gives none that is sure to be its own
    };

    private static Obstacle ObstacleOf(TalkError? error) => error?.FailureClass switch
    {
        null => Obstacle.Unspecified,
        FailureCode.ProtocolNonsense => Obstacle.Nonsense,
        FailureCode.PhoneSilent => Obstacle.Silent,
        _ => Obstacle.Classified,
    };
}
