namespace Espero.Orchestrator.Domain.Matching;

/// <summary>Which phone a set of marks leads to.</summary>
public abstract record PhoneMatch
{
    private PhoneMatch()
    {
    }

    /// <summary>No mark was seen before: a new phone.</summary>
    public sealed record Unseen : PhoneMatch;

    /// <summary>Every mark that was seen before leads to this phone.</summary>
    public sealed record Known(Guid PhoneId) : PhoneMatch;

    /// <summary>The marks lead to several phones: a person must say which it is.</summary>
    public sealed record Disagreeing : PhoneMatch;

    /// <summary>It gave no individual mark at all.</summary>
    public sealed record Unmarked : PhoneMatch;

    /// <param name="markCount">How many marks the phone gave.</param>
    /// <param name="owners">The phones to which marks of it already belong.</param>
    public static PhoneMatch Judge(int markCount, IReadOnlyCollection<Guid> owners) => (markCount, owners.Distinct().ToArray()) switch
    {
        (0, _) => new Unmarked(),
        (_, []) => new Unseen(),
        (_, [var only]) => new Known(only),
        _ => new Disagreeing(),
    };
}
