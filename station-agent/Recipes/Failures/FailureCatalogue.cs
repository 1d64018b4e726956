using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Espero.Station.Recipes.Failures;

/// <summary>Every way an attempt or its preparation fails. A long write that keeps sending INFO is not among them: it works.</summary>
public static class FailureCatalogue
{
    public static readonly ImmutableArray<FailureClass> All =
    [
        .. ConnectionFailures.All,
        .. IdentityFailures.All,
        .. PowerFailures.All,
        .. LockFailures.All,
        .. WriteFailures.All,
        .. BootFailures.All,
        .. DownloadFailures.All,
        .. StationFailures.All,
        .. PlanFailures.All,
    ];

    private static readonly FrozenDictionary<string, FailureClass> ByCode =
        All.ToFrozenDictionary(failure => failure.Code, StringComparer.Ordinal);

    /// <summary>Null for a code that this version does not have: a newer station may report one.</summary>
    public static FailureClass? Find(string code) => ByCode.GetValueOrDefault(code);
}
