using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Espero.VirtualPhone.Faults;

/// <summary>Every class of failure that a station knows, and how a virtual phone brings it about.</summary>
public static class FaultCatalogue
{
    public static ImmutableArray<FailureOnDemand> All { get; } =
    [
        .. ConnectionFaults.All,
        .. IdentityFaults.All,
        .. LockFaults.All,
        .. WriteFaults.All,
        .. BootFaults.All,
        .. FaultsElsewhere.All,
    ];

    private static readonly FrozenDictionary<string, FailureOnDemand> ByCode =
        All.ToFrozenDictionary(failure => failure.Code, StringComparer.Ordinal);

    /// <summary>Null for a code that this program does not know.</summary>
    public static FailureOnDemand? Find(string code) => ByCode.GetValueOrDefault(code);

    internal static FailureOnDemand OfPhone(string code, string how, params ImmutableArray<Fault> faults) =>
        new(code, FailureOrigin.Phone, how, faults);

    internal static CommandFault On(string prefix, CommandEffect effect) => new(new OnCommand(prefix), effect);

    internal static CommandFault Refuses(string prefix, string text) => On(prefix, new FailEffect(text));

    internal static MisbehaviourFault Does(Misbehaviour what) => new(what);
}
