using System.Collections.Immutable;
using Espero.Plan.V1;
using Espero.Station.Protocols.Fastboot;
using Espero.Station.V1;

namespace Espero.Station.Watch;

/// <summary>Asks a phone who it is and how it stands. Changes nothing on it.</summary>
internal static class PhoneLook
{
    // What may differ from one second to the next, and what a phone that refuses "getvar all" is asked one by one.
    private static readonly string[] Quick = ["product", "serialno", "is-userspace", "unlocked", "current-slot"];

    private static readonly string[] Slow =
    [
        "variant", "hw-revision", "slot-count", "max-download-size", "version-bootloader", "version-baseband", "battery-soc-ok",
        "battery-voltage", "snapshot-update-status", "secure",
    ];

    /// <summary>All that the phone tells. Null when it went away meanwhile.</summary>
    public static async Task<FastbootResult<PhoneSight>> FullAsync(FastbootSession session, CancellationToken cancellationToken)
    {
        var quick = await AskAsync(session, Quick, cancellationToken);
        if (!quick.Succeeded)
        {
            return quick.Error;
        }

        var all = await session.GetAllVarsAsync(cancellationToken);
        if (all.Succeeded)
        {
            return Sight(quick.Value.SetItems(all.Value.Where(variable => !quick.Value.ContainsKey(variable.Key))));
        }

        if (all.Error.Failure != FastbootFailure.PhoneRefused)
        {
            return all.Error;
        }

        var slow = await AskAsync(session, Slow, cancellationToken);
        return slow.Succeeded ? Sight(slow.Value.SetItems(quick.Value)) : slow.Error;
    }

    /// <summary>The little that shows whether the phone is the same and in the same mode.</summary>
    public static async Task<FastbootResult<PhoneSight>> QuickAsync(FastbootSession session, CancellationToken cancellationToken)
    {
        var quick = await AskAsync(session, Quick, cancellationToken);
        return quick.Succeeded ? Sight(quick.Value) : quick.Error;
    }

    /// <summary>What stands in the way; null when there is simply no phone.</summary>
    public static PhoneSight? Failed(FastbootError error) => error.Failure switch
    {
        FastbootFailure.Nonsense => PhoneSight.Behind(Obstacle.Nonsense),
        FastbootFailure.Silent => PhoneSight.Behind(Obstacle.Silent),
        _ => null,
    };

    private static async Task<FastbootResult<ImmutableSortedDictionary<string, string>>> AskAsync(
        FastbootSession session, string[] names, CancellationToken cancellationToken)
    {
        var answers = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var name in names)
        {
            var answer = await session.GetVarAsync(name, cancellationToken);
            if (!answer.Succeeded)
            {
                return answer.Error;
            }

            if (answer.Value is { } value)
            {
                answers[name] = value;
            }
        }

        return answers.ToImmutable();
    }

    private static PhoneSight Sight(ImmutableSortedDictionary<string, string> variables) => new()
    {
        Mode = variables.GetValueOrDefault("is-userspace") == "yes" ? PhoneMode.Fastbootd : PhoneMode.Bootloader,
        Serial = variables.GetValueOrDefault("serialno", ""),
        Variables = variables,
    };
}
