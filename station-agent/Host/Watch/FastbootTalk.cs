using System.Collections.Immutable;
using Espero.Plan.V1;
using Espero.Station.Protocols.Fastboot;
using Espero.Station.Recipes.Facts;
using Espero.Station.Recipes.Failures;
using Fastboot = Espero.Station.Protocols.Fastboot;
using RebootTarget = Espero.Plan.V1.RebootTarget;

namespace Espero.Station.Watch;

/// <summary>A phone in its bootloader or in fastbootd.</summary>
internal sealed class FastbootTalk(FastbootSession session) : PhoneTalk
{
    private const string Source = FactName.Getvar + ".";

    // What may differ from one second to the next, and what a phone that refuses "getvar all" is asked one by one.
    private static readonly string[] Quick = ["product", "serialno", "is-userspace", LockFacts.Variable, "current-slot"];

    private static readonly string[] Slow =
    [
        "variant", "hw-revision", "slot-count", "max-download-size", "version-bootloader", "version-baseband", "battery-soc-ok",
        "battery-voltage", "snapshot-update-status", "secure", "anti", "super-partition-name",
    ];

    public static TalkResult<PhoneTalk> Of(FastbootResult<FastbootSession> connected) => connected switch
    {
        { Succeeded: true } => new FastbootTalk(connected.Value),
        { Error.Failure: FastbootFailure.CableLost } => new TalkError(FailureCode.PhoneNotSeen, connected.Error!.Text),
        _ => connected.Error!.ToTalkError(),
    };

    public FastbootSession Session => session;

    public override bool IsOpen => session.End is null;

    public override async Task<TalkResult<PhoneSight>> LookAsync(CancellationToken cancellationToken)
    {
        var quick = await AskAsync(Quick, cancellationToken);
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
            return all.Error.ToTalkError();
        }

        var slow = await AskAsync(Slow, cancellationToken);
        return slow.Succeeded ? Sight(slow.Value.SetItems(quick.Value)) : slow.Error;
    }

    public override async Task<TalkResult<PhoneSight>> GlanceAsync(CancellationToken cancellationToken)
    {
        var quick = await AskAsync(Quick, cancellationToken);
        return quick.Succeeded ? Sight(quick.Value) : quick.Error;
    }

    public override async Task<TalkResult<PhoneSight>> AskAsync(
        PhoneSight sight, IReadOnlyList<string> names, CancellationToken cancellationToken)
    {
        var answers = await AskAsync(
            [.. names.Where(name => name.StartsWith(Source, StringComparison.Ordinal)).Select(name => name[Source.Length..])], cancellationToken);
        return answers.Succeeded ? sight.With(Named(answers.Value)) : answers.Error;
    }

    // How full it is, a look tells, and a plan is checked by it before it begins; how hot it is, no bootloader says.
    public override Task<TalkResult<PhoneSight>> FeelBatteryAsync(PhoneSight sight, CancellationToken cancellationToken) =>
        Task.FromResult<TalkResult<PhoneSight>>(sight);

    public override async Task<TalkResult<bool>> RebootAsync(RebootTarget target, CancellationToken cancellationToken)
    {
        var answer = target switch
        {
            RebootTarget.System => await session.RebootAsync(Fastboot.RebootTarget.System, cancellationToken),
            RebootTarget.Bootloader => await session.RebootAsync(Fastboot.RebootTarget.Bootloader, cancellationToken),
            RebootTarget.Fastbootd => await session.RebootAsync(Fastboot.RebootTarget.Fastbootd, cancellationToken),
            RebootTarget.Recovery => await session.RebootAsync(Fastboot.RebootTarget.Recovery, cancellationToken),
            RebootTarget.Continue => await session.ContinueAsync(cancellationToken),
            RebootTarget.Unspecified or RebootTarget.Sideload or RebootTarget.Download or RebootTarget.Edl => null as FastbootResult<string>?,
        };
        return answer switch
        {
            null => new TalkError(FailureCode.CommandNotSupported, $"A bootloader cannot restart into {target}."),
            { Succeeded: true } => true,
            { Error: var error } => error!.ToTalkError(),
        };
    }

    public override ValueTask DisposeAsync() => session.DisposeAsync();

    private async Task<TalkResult<ImmutableSortedDictionary<string, string>>> AskAsync(string[] names, CancellationToken cancellationToken)
    {
        var answers = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var name in names)
        {
            var answer = Source + name == FactName.UnlockAbility // a question, but no variable
                ? await AskAbilityAsync(cancellationToken)
                : await session.GetVarAsync(name, cancellationToken);
            if (!answer.Succeeded)
            {
                return answer.Error.ToTalkError();
            }

            if (answer.Value is { } value)
            {
                answers[name] = value;
            }
        }

        return answers.ToImmutable();
    }

    private async Task<FastbootResult<string?>> AskAbilityAsync(CancellationToken cancellationToken)
    {
        var ability = await session.GetUnlockAbilityAsync(cancellationToken);
        return !ability.Succeeded ? ability.Error
            : ability.Value is { } isAble ? isAble ? "1" : "0"
            : (string?)null;
    }

    private static PhoneSight Sight(ImmutableSortedDictionary<string, string> variables) => new PhoneSight
    {
        Mode = variables.GetValueOrDefault("is-userspace") == "yes" ? PhoneMode.Fastbootd : PhoneMode.Bootloader,
        Serial = variables.GetValueOrDefault("serialno", ""),
    }.With(Named(variables));

    private static IEnumerable<KeyValuePair<string, string>> Named(ImmutableSortedDictionary<string, string> variables) =>
        variables.Select(variable => KeyValuePair.Create(Source + variable.Key, variable.Value));
}
