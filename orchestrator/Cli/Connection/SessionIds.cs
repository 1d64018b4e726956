using Espero.Operations.V1;

namespace Espero.Cli.Connection;

/// <summary>Ids as people type them, whole or in part.</summary>
internal static class SessionIds
{
    private const int BuildIdLength = 64;
    private const uint LargestPage = 1000;

    public static async Task<string> PhoneIdAsync(this Session session, string typed, CancellationToken cancellationToken)
    {
        if (Guid.TryParse(typed, out _))
        {
            return typed;
        }

        // All of them: an id that is one of its kind on the first page may not be the only one.
        var phones = await Paging.ReadAsync(
            all: true,
            async token => await session.Client.ListPhonesAsync(
                new ListPhonesRequest { PageSize = LargestPage, PageToken = token }, session.Options(cancellationToken)),
            page => page.NextPageToken,
            whole => whole.NextPageToken = "");
        return IdFinder.Find(typed, phones.Phones.Select(phone => phone.PhoneId));
    }

    public static async Task<string> JobIdAsync(this Session session, string typed, CancellationToken cancellationToken)
    {
        if (Guid.TryParse(typed, out _))
        {
            return typed;
        }

        var jobs = await Paging.ReadAsync(
            all: true,
            async token => await session.Client.ListJobsAsync(
                new ListJobsRequest { PageSize = LargestPage, PageToken = token }, session.Options(cancellationToken)),
            page => page.NextPageToken,
            whole => whole.NextPageToken = "");
        return IdFinder.Find(typed, jobs.Jobs.Select(job => job.JobId));
    }

    /// <param name="typed">The account's name, or its id.</param>
    public static async Task<string> AccountIdAsync(this Session session, string typed, CancellationToken cancellationToken)
    {
        if (Guid.TryParse(typed, out _))
        {
            return typed;
        }

        var answer = await session.Client.ListUnlockAccountsAsync(new ListUnlockAccountsRequest(), session.Options(cancellationToken));
        return answer.Accounts.Where(account => account.Name == typed).Take(2).ToArray() switch
        {
            [var only] => only.AccountId,
            [] => throw StopException.NotFound(
                $"No account is called \"{typed}\". Look it up with espero accounts.",
                $"Aucun compte ne s'appelle « {typed} ». Cherchez-le avec espero accounts."),
            _ => throw StopException.Usage(
                $"Several makers have an account called \"{typed}\". Give its id instead; espero accounts -o json shows it.",
                $"Plusieurs fabricants ont un compte appelé « {typed} ». Donnez son identifiant ; espero accounts -o json le montre."),
        };
    }

    public static async Task<string> BuildIdAsync(this Session session, string typed, CancellationToken cancellationToken)
    {
        if (typed.Length == BuildIdLength)
        {
            return typed;
        }

        var builds = await session.Client.ListBuildsAsync(new ListBuildsRequest(), session.Options(cancellationToken));
        return IdFinder.Find(typed, builds.Builds.Select(build => build.BuildId));
    }
}
