using System.CommandLine;
using Espero.Cli.Connection;
using Espero.Cli.Output;
using Espero.Operations.V1;

namespace Espero.Cli.Commands;

/// <summary>espero jobs.</summary>
internal static class JobsCommand
{
    public static Command Create(SharedOptions shared)
    {
        var site = shared.Site();
        var states = new Option<string[]>("--state")
        {
            Description = shared.Say("Only jobs in this state; may be given several times.", "Seulement les demandes dans cet état ; répétable."),
            DefaultValueFactory = _ => [],
        };
        states.AcceptOnlyFromAmong(StateWords.Typed);
        var all = shared.All();
        var command = new Command("jobs", shared.Say(
            "Example: espero jobs --state failed --site lyon\n\nShows jobs, newest first.",
            "Exemple : espero jobs --state failed --site lyon\n\nMontre les demandes, les plus récentes d'abord."))
        {
            states,
            site,
            all,
        };
        return shared.Carry(command, async (parsed, session, cancellationToken) =>
        {
            var request = new ListJobsRequest
            {
                SiteId = parsed.GetRequiredValue(site),
                States = { parsed.GetRequiredValue(states).Select(StateWords.Read) },
            };
            var answer = await Paging.ReadAsync(
                parsed.GetValue(all),
                async token => await session.Client.ListJobsAsync(
                    new ListJobsRequest(request) { PageToken = token }, session.Options(cancellationToken)),
                page => page.NextPageToken,
                whole => whole.NextPageToken = "");
            session.Printer.Print(answer, writer => JobTable.Write(answer.Jobs, session.Surroundings, writer));
            session.Printer.TellOfMore(answer.NextPageToken, answer.Jobs.Count);
            return ExitCode.Ok;
        });
    }
}
