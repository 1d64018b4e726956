namespace Espero.Orchestrator.Domain.Unlocking;

/// <summary>Says when an account may ask again, from when it has asked.</summary>
public static class UnlockBook
{
    /// <summary>The first moment, not before <paramref name="now"/>, at which one more request keeps every quota of the rule.</summary>
    /// <param name="asked">When the account has asked, in any order; a refused request counts too, for makers count it.</param>
    public static DateTimeOffset NextAllowed(UnlockRule rule, IEnumerable<DateTimeOffset> asked, DateTimeOffset now)
    {
        DateTimeOffset[] newestFirst = [.. asked.OrderDescending()];
        return rule.Quotas
            .Where(quota => newestFirst.Length >= quota.Count)
            .Select(quota => newestFirst[quota.Count - 1] + quota.Period)
            .Append(now)
            .Max();
    }

    /// <summary>
    /// Who asks for which phone, and when: phones in the order given, each at the earliest moment that any account of its
    /// maker still has. Where the maker wants an account and there is none, the turn names none and waits for one.
    /// </summary>
    /// <param name="accounts">Those that are not closed, with all their requests so far.</param>
    public static IReadOnlyList<UnlockTurn> Turns(
        IEnumerable<LockedPhone> phones, IEnumerable<UnlockAccount> accounts, DateTimeOffset now)
    {
        var books = accounts.Select(account => new OpenBook(account)).ToArray();
        var turns = new List<UnlockTurn>();
        foreach (var phone in phones)
        {
            if (UnlockRules.Of(phone.Vendor) is not { } rule)
            {
                continue;
            }

            if (!rule.NeedsAccount)
            {
                turns.Add(new UnlockTurn(phone.PhoneId, rule, null, now));
                continue;
            }

            var turn = books
                .Where(book => book.Account.Vendor == rule.Vendor)
                .Select(book => (Book: book, At: NextAllowed(rule, book.Asked, now)))
                .OrderBy(candidate => candidate.At)
                .FirstOrDefault();
            turn.Book?.Asked.Add(turn.At);
            turns.Add(new UnlockTurn(phone.PhoneId, rule, turn.Book?.Account.AccountId, turn.Book is null ? null : turn.At));
        }

        return turns;
    }

    private sealed class OpenBook(UnlockAccount account)
    {
        public UnlockAccount Account { get; } = account;

        public List<DateTimeOffset> Asked { get; } = [.. account.Asked];
    }
}
