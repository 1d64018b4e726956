using Espero.Station.Journal;
using Espero.Station.Recipes.Words;

namespace Espero.Station.Run;

/// <summary>Lets phones that are being written finish before the program stops: an interrupted write is a half-written phone.</summary>
internal sealed class GentleStop(AttemptDesk desk, GrantedRuns runs, StationJournal journal, RunOptions options, TimeProvider time)
{
    // An outcome that is told only at the next start is shown as interrupted until then; a dead link must not keep the PC on.
    private static readonly TimeSpan TellLimit = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Takes no new work, then returns when nothing is written any more and the orchestrator has recorded it, or at a limit, or at once.
    /// </summary>
    /// <param name="say">Gets a sentence for people when there is something to wait for.</param>
    public async Task WaitAsync(Action<Sentence> say, CancellationToken atOnce)
    {
        desk.Close();
        await FinishAsync(say, atOnce);
        await WithinAsync(TellLimit, RecordedAsync, atOnce);
        if (journal.RecordedSequence < journal.LastSequence)
        {
            say(new Sentence(
                "The orchestrator has not recorded everything yet. Nothing is lost: the station tells it at its next start.",
                "L'orchestrateur n'a pas encore tout enregistré. Rien n'est perdu : le poste le lui dira à son prochain démarrage."));
        }
    }

    private async Task FinishAsync(Action<Sentence> say, CancellationToken atOnce)
    {
        if (runs.BusyPorts is not [_, ..] busy)
        {
            return;
        }

        var ports = string.Join(", ", busy);
        say(new Sentence(
            $"The station stops when the phones on {ports} are done, at the latest in {options.StopLimitMinutes} minutes. "
            + "Leave them plugged in. A second Ctrl-C stops at once and leaves them half written.",
            $"Le poste s'arrêtera quand les téléphones des prises {ports} seront finis, dans {options.StopLimitMinutes} minutes au plus tard. "
            + "Laissez-les branchés. Un second Ctrl-C arrête net et les laisse à moitié écrits."));
        await WithinAsync(TimeSpan.FromMinutes(options.StopLimitMinutes), runs.IdleAsync, atOnce);
        if (runs.BusyPorts is [_, ..] left)
        {
            var unfinished = string.Join(", ", left);
            say(new Sentence(
                $"The station stops although the phones on {unfinished} were not done. They are called interrupted at its next start.",
                $"Le poste s'arrête alors que les téléphones des prises {unfinished} n'étaient pas finis. "
                + "Ils seront marqués « à regarder » à son prochain démarrage."));
        }
    }

    private async Task RecordedAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var acknowledged = journal.Acknowledged.Next; // taken before looking
            if (journal.RecordedSequence >= journal.LastSequence)
            {
                return;
            }

            await acknowledged.WaitAsync(cancellationToken);
        }
    }

    private async Task WithinAsync(TimeSpan limit, Func<CancellationToken, Task> wait, CancellationToken atOnce)
    {
        using var late = new CancellationTokenSource(limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, atOnce);
        await wait(either.Token)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
    }
}
