using Espero.Station.CommandLine;
using Espero.Station.Domain.Flashing.Forecast;
using Espero.Station.Journal;
using Espero.Station.Recipes.Compiling;
using Espero.Station.Recipes.Words;
using Espero.Station.Run;
using Espero.Station.V1;
using Espero.Station.Watch;
using Microsoft.Extensions.Logging.Abstractions;

namespace Espero.Station.Workbench;

/// <summary>One recipe on one phone on this PC, with the engine and the journal of a station and without an orchestrator.</summary>
internal sealed class SoloFlash(FlashOrder order, CompiledPlan compiled, PhoneConnector connector, Surroundings surroundings, TimeProvider time)
{
    private readonly Plan.V1.Plan _plan = compiled.ToPlan();

    /// <summary>What would be done, with bytes and minutes.</summary>
    public PlanForecast Forecast(DataDirectory data, PhoneSight phone) =>
        PlanForecast.Of(new PlanCheck(Images(data)).Subject(_plan, phone), TransferRates.Usual);

    /// <summary>Looks at the phone and checks the whole plan against it. Changes nothing.</summary>
    public async Task<(PhoneSight? Phone, IReadOnlyList<Domain.Flashing.Refusal> Refusals)> CheckAsync(
        DataDirectory data, CancellationToken cancellationToken)
    {
        var connected = await connector.ConnectAsync(order.Port, _ => { }, cancellationToken);
        if (!connected.Succeeded)
        {
            return (null, [new Domain.Flashing.Refusal(connected.Error.FailureClass, "", connected.Error.Text)]);
        }

        await using var talk = connected.Value;
        var look = await PlanLook.AskAsync(talk, _plan, cancellationToken);
        return look.Succeeded
            ? (look.Value, new PlanCheck(Images(data)).Run(_plan, look.Value))
            : (null, [new Domain.Flashing.Refusal(look.Error.FailureClass, "", look.Error.Text)]);
    }

    /// <summary>Carries the plan out. Ends with the plan, whatever happens to this program's terminal.</summary>
    public async Task<RunEnd?> RunAsync(DataDirectory data, PhoneSight phone, V1.Release release, CancellationToken asked, CancellationToken atOnce)
    {
        using var port = new PhonePort(order.Port);
        var images = Images(data);
        var reports = new RunReports();
        await using var journal = StationJournal.Open(
            new DirectoryDisk(data.Journal), new JournalOptions(), time, FactStamp.OfThisPc(time), NullLogger<StationJournal>.Instance);
        var runner = new AttemptRunner(
            journal,
            images,
            new PlanCheck(images),
            connector,
            reports,
            facts => new ConsoleHands(new StationHands(facts, time), surroundings),
            new RunOptions { LogDirectory = data.Logs },
            time,
            NullLogger<AttemptRunner>.Instance);

        var work = new Work
        {
            JobId = Guid.CreateVersion7(time.GetUtcNow()).ToString(),
            PhoneId = release.PhoneId,
            PortPath = order.Port.Path,
            Plan = compiled.Bytes,
            PlanSha256 = compiled.Sha256,
        };
        using var running = new RunningAttempt(new AttemptId(work.JobId, Epoch: 1), work.PortPath);
        if (!await new AttemptFacts(journal, running.Id).TryTakeAsync(work, asked))
        {
            return null;
        }

        using var over = CancellationTokenSource.CreateLinkedTokenSource(atOnce);
        using var lease = await port.LeaseAsync(asked);
        await using var cancelling = asked.Register(() => Cancel(running));
        var showing = new ConsoleProgress(reports, surroundings).RunAsync(over.Token);
        var end = await runner.RunAsync(running, work, _plan, release, lease, phone.Serial, atOnce);
        await over.CancelAsync();
        await showing;
        return end;
    }

    private void Cancel(RunningAttempt running)
    {
        if (!running.TryCancel())
        {
            surroundings.Talk.WriteLine(surroundings.Say(
                "The phone is being written and is finished first. Press Ctrl-C again to stop at once; it is then left half written.",
                "Le téléphone est en cours d'écriture, on le finit d'abord. Refaites Ctrl-C pour arrêter net ; il restera à moitié écrit."));
        }
    }

    private FolderImages Images(DataDirectory data) => new(order.FilesDirectory, data.Images, _plan, time);
}
