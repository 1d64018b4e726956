using System.CommandLine;
using System.Globalization;
using Espero.Cli.Connection;
using Espero.Cli.Output;
using Espero.Operations.V1;

namespace Espero.Cli.Commands;

/// <summary>espero job ID.</summary>
internal static class JobCommand
{
    public static Command Create(SharedOptions shared)
    {
        var id = shared.JobId();
        var command = new Command("job", shared.Say(
            "Example: espero job 2f1f1f0c9a77\n\nShows one job with its attempts and its history.",
            "Exemple : espero job 2f1f1f0c9a77\n\nMontre une demande, ses essais et son historique."))
        {
            id,
        };
        return shared.Carry(command, async (parsed, session, cancellationToken) =>
        {
            var jobId = await session.JobIdAsync(parsed.GetRequiredValue(id), cancellationToken);
            var answer = await session.Client.GetJobAsync(new GetJobRequest { JobId = jobId }, session.Options(cancellationToken));
            session.Printer.Print(answer, writer => Write(answer, session.Surroundings, writer));
            return ExitCode.Ok;
        });
    }

    private static void Write(GetJobResponse answer, Surroundings say, TextWriter writer)
    {
        JobTable.Write([answer.Job], say, writer);
        foreach (var refusal in answer.Job.Refusals)
        {
            writer.WriteLine($"! {refusal}");
        }

        var attempts = new Table(
            say.Say("ATTEMPT", "ESSAI"), say.Say(Headings.Station), say.Say("OUTCOME", "RÉSULTAT"), say.Say("STEP", "ÉTAPE"),
            say.Say(Headings.Why));
        foreach (var attempt in answer.Attempts)
        {
            attempts.Add(
                attempt.Epoch.ToString(CultureInfo.InvariantCulture),
                attempt.StationId,
                attempt.Outcome is JobState.Unspecified ? "" : say.Say(StateWords.Of(attempt.Outcome)),
                attempt.StepId,
                attempt.Sentence);
        }

        var events = new Table(say.Say("WHEN", "QUAND"), say.Say(Headings.State), say.Say("BY", "PAR"), say.Say("REASON", "MOTIF"));
        foreach (var happened in answer.Events)
        {
            events.Add(
                happened.At.ToDateTimeOffset().ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture),
                say.Say(StateWords.Of(happened.To)),
                happened.By,
                happened.Reason);
        }

        writer.WriteLine();
        attempts.Write(writer);
        writer.WriteLine();
        events.Write(writer);
    }
}
