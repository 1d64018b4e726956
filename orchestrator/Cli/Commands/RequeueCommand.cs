using System.CommandLine;
using Espero.Cli.Connection;
using Espero.Cli.Output;
using Espero.Operations.V1;

namespace Espero.Cli.Commands;

/// <summary>espero requeue.</summary>
internal static class RequeueCommand
{
    public static Command Create(SharedOptions shared)
    {
        var jobs = new Option<string[]>("--job")
        {
            Description = shared.Say("A job to try again; may be given several times.", "Une demande à relancer ; répétable."),
            HelpName = "ID",
            AllowMultipleArgumentsPerToken = true,
            DefaultValueFactory = _ => [],
        };
        var states = new Option<string[]>("--state") { Description = shared.Say("All jobs in this state.", "Toutes les demandes dans cet état."), DefaultValueFactory = _ => [] };
        states.AcceptOnlyFromAmong("failed", "written");
        var failure = new Option<string>("--failure-class")
        {
            Description = shared.Say("With --state: only those that failed this way.", "Avec --state : seulement celles qui ont échoué ainsi."),
            HelpName = "CLASS",
            DefaultValueFactory = _ => "",
        };
        var reason = new Option<string>("--reason") { Description = shared.Say("Why, for the history.", "Pourquoi, pour l'historique."), HelpName = shared.Say("TEXT", "TEXTE"), Required = true };
        var dryRun = new Option<bool>("--dry-run") { Description = shared.Say("Only show what would happen.", "Montrer seulement ce qui se passerait.") };
        var site = shared.Site();
        var by = shared.By();
        var command = new Command("requeue", shared.Say(
            "Example: espero requeue --state failed --site lyon --reason \"new cables\" --dry-run\n\nTries ended jobs again. A release is never renewed by it.",
            "Exemple : espero requeue --state failed --site lyon --reason \"câbles neufs\" --dry-run\n\nRelance des demandes terminées. Le feu vert n'est jamais renouvelé ainsi."))
        {
            jobs, states, site, failure, reason, dryRun, by,
        };
        return shared.Carry(command, async (parsed, session, cancellationToken) =>
        {
            var request = new RequeueJobsRequest
            {
                States = { parsed.GetRequiredValue(states).Select(StateWords.Read) },
                SiteId = parsed.GetRequiredValue(site),
                FailureClass = parsed.GetRequiredValue(failure),
                Reason = parsed.GetRequiredValue(reason),
                RequeuedBy = parsed.GetRequiredValue(by),
                DryRun = parsed.GetValue(dryRun),
                IdempotencyKey = Guid.NewGuid().ToString(),
            };
            foreach (var typed in parsed.GetRequiredValue(jobs))
            {
                request.JobIds.Add(await session.JobIdAsync(typed, cancellationToken));
            }

            var answer = await session.Client.RequeueJobsAsync(request, session.Options(cancellationToken));
            session.Printer.Print(answer, writer => Write(answer, session.Surroundings, writer));
            return Judge(answer);
        });
    }

    private static int Judge(RequeueJobsResponse answer)
    {
        var requeued = answer.Jobs.Count(job => job.Requeued);
        return requeued == answer.Jobs.Count ? ExitCode.Ok : requeued == 0 ? ExitCode.Refused : ExitCode.PartlyDone;
    }

    private static void Write(RequeueJobsResponse answer, Surroundings say, TextWriter writer)
    {
        var table = new Table(say.Say(Headings.Job), say.Say("RE-QUEUED", "RELANCÉE"), say.Say("WHY NOT", "POURQUOI PAS"));
        foreach (var job in answer.Jobs)
        {
            table.Add(job.JobId, job.Requeued ? say.Say("yes", "oui") : say.Say("no", "non"), job.Refusal);
        }

        table.Write(writer);
    }
}
