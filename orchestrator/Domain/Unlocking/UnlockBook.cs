namespace Espero.Orchestrator.Domain.Unlocking;

/// <summary>Says when an account may ask again, from when it has asked.</summary>
public static class UnlockBook
{
    /// <summary>The first moment, not before <paramref name="now"/>, at which one more request keeps every quota of the rule.</summary>
    /// <param name="asked">What the account has asked, in any order; a refused request counts too, for makers count it.</param>
    public static DateTimeOffset NextAllowed(UnlockRule rule, IEnumerable<AskedUnlock> asked, DateTimeOffset now)
    {
        AskedUnlock[] newestFirst = [.. asked.OrderByDescending(one => one.At)];
        return rule.Quotas
            .Where(quota => quota.Procedure is null || quota.Procedure == rule.Procedure)
            .Select(quota => Reopens(quota, newestFirst))
            .OfType<DateTimeOffset>()
            .Append(now)
            .Max();
    }

    /// <summary>The first moment at which the account may ask its maker for any phone at all.</summary>
    public static DateTimeOffset NextAllowed(UnlockAccount account, DateTimeOffset now) =>
        UnlockRules.At(account.Vendor).Select(rule => NextAllowed(rule, account.Asked, now)).DefaultIfEmpty(now).Min();

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
        foreach (var (phoneId, rule) in phones.Select(phone => (phone.PhoneId, phone.Rule)))
        {
            if (!rule.NeedsAccount)
            {
                turns.Add(new UnlockTurn(phoneId, rule, null, now));
                continue;
            }

            var turn = books
                .Where(book => book.Account.Vendor == rule.Vendor)
                .Select(book => (Book: book, At: NextAllowed(rule, book.Asked, now)))
                .OrderBy(candidate => candidate.At)
                .FirstOrDefault();
            turn.Book?.Asked.Add(new AskedUnlock(turn.At, rule.Procedure));
            turns.Add(new UnlockTurn(phoneId, rule, turn.Book?.Account.AccountId, turn.Book is null ? null : turn.At));
        }

        return turns;
    }

    // Null while the quota has room.
    private static DateTimeOffset? Reopens(UnlockQuota quota, AskedUnlock[] newestFirst)
    {
        AskedUnlock[] counted = [.. newestFirst.Where(one => quota.Procedure is null || one.Procedure == quota.Procedure)];
        return counted.Length >= quota.Count ? counted[quota.Count - 1].At + quota.Period : null;
    }

    private sealed class OpenBook(UnlockAccount account)
    {
        public UnlockAccount Account { get; } = account;

        public List<AskedUnlock> Asked { get; } = [.. account.Asked];
    }
}
