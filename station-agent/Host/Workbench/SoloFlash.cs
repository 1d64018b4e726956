using Espero.Station.CommandLine;
using Espero.Station.Domain.Flashing.Forecast;
using Espero.Station.Journal;
using Espero.Station.Recipes.Compiling;
using Espero.Station.Recipes.Facts;
using Espero.Station.Recipes.Failures;
using Espero.Station.Recipes.Words;
using Espero.Station.Run;
using Espero.Station.V1;
using Espero.Station.Watch;
using Microsoft.Extensions.Logging.Abstractions;

namespace Espero.Station.Workbench;

/// <summary>One recipe on one phone on this PC, with the engine and the journal of a station and without an orchestrator.</summary>
internal sealed class SoloFlash
{
    private readonly FlashRequest _request;
    private readonly PortAddress _port;
    private readonly CompiledPlan _compiled;
    private readonly Plan.V1.Plan _plan;
    private readonly UnlockCode _code;
    private readonly DataDirectory _data;
    private readonly FolderImages _images;
    private readonly PlanCheck _check;
    private readonly PhoneConnector _connector;
    private readonly Surroundings _surroundings;
    private readonly TimeProvider _time;
    private string _stay = "";

    public SoloFlash(
        FlashRequest request,
        PortAddress port,
        CompiledPlan compiled,
        UnlockCode code,
        DataDirectory data,
        PhoneConnector connector,
        Surroundings surroundings,
        TimeProvider time)
    {
        (_request, _port, _compiled, _code, _data) = (request, port, compiled, code, data);
        (_connector, _surroundings, _time) = (connector, surroundings, time);
        _plan = compiled.ToPlan();
        _images = new FolderImages(request.FilesDirectory, data.Images, _plan, time);
        _check = new PlanCheck(_images, new StationSelf(time));
    }

    /// <summary>Why the phone may not be written any more; null while it has hung on its port ever since it was checked.</summary>
    public Domain.Flashing.Refusal? Gap => _connector.Stay(_port) == _stay
        ? null
        : new(FailureCode.PhoneUnplugged, "", "It was unplugged between its check and its first write. Nothing on it has changed.");

    /// <summary>Looks at the phone and checks the whole plan against it, but for what a person still says. Changes nothing.</summary>
    public async Task<(PhoneSight? Phone, IReadOnlyList<Domain.Flashing.Refusal> Refusals)> CheckAsync(CancellationToken cancellationToken)
    {
        _stay = _connector.Stay(_port);
        if (_connector.Shortage(_port) is { } shortage)
        {
            return (null, [ToRefusal(shortage)]);
        }

        var met = await Meeting.BeginAsync(_connector, _port, _plan, _ => { }, cancellationToken);
        if (!met.Succeeded)
        {
            return (null, [ToRefusal(met.Error)]);
        }

        await using var talk = met.Value.Talk;
        var phone = met.Value.Sight.With(_code.IsGiven ? [KeyValuePair.Create(FactName.UnlockCode, "yes")] : []);
        return (phone, await _check.RunBeforeReleaseAsync(_plan, phone, cancellationToken));
    }

    /// <summary>Whether the plan's model can only be told by a person's eyes.</summary>
    public bool AsksAPerson(PhoneSight phone) => _plan.Model.Identity.Any(
        test => FactSources.Of(test.Fact) == FactSource.Person && !phone.Facts.ContainsKey(test.Fact));

    /// <summary>Checks again with what a person has read off the phone.</summary>
    /// <param name="printedModel">Null when nobody has looked; then only a run that stops at its plan goes on.</param>
    public async Task<(PhoneSight Phone, IReadOnlyList<Domain.Flashing.Refusal> Refusals)> RecheckAsync(
        PhoneSight phone, string? printedModel, CancellationToken cancellationToken)
    {
        var known = string.IsNullOrEmpty(printedModel) ? phone : phone.With([KeyValuePair.Create(FactName.PersonModel, printedModel)]);
        return (known, _request.PlanOnly
            ? await _check.RunBeforeReleaseAsync(_plan, known, cancellationToken)
            : await _check.RunAsync(_plan, known, cancellationToken));
    }

    /// <summary>What would be done, with bytes and minutes.</summary>
    public async Task<PlanForecast> ForecastAsync(PhoneSight phone, CancellationToken cancellationToken) =>
        PlanForecast.Of(await _check.SubjectAsync(_plan, phone, cancellationToken), TransferRates.Usual);

    /// <summary>Carries the plan out to its end.</summary>
    /// <param name="asked">A person wants it to stop: before the point of no return it does, after it the phone is finished first.</param>
    /// <param name="atOnce">A person wants it to stop even so.</param>
    public async Task<RunEnd?> RunAsync(PhoneSight phone, V1.Release release, CancellationToken asked, CancellationToken atOnce)
    {
        if (Gap is { } gap)
        {
            return RunEnd.Of(StepEnd.Failed(gap.FailureCode, gap.Detail), "");
        }

        var work = new Work
        {
            JobId = Guid.CreateVersion7(_time.GetUtcNow()).ToString(),
            PhoneId = release.PhoneId,
            PortPath = _port.Path,
            Plan = _compiled.Bytes,
            PlanSha256 = _compiled.Sha256,
        };
        using var running = new RunningAttempt(
            new AttemptId(work.JobId, Epoch: 1), work.PortPath, new FlashSlots(count: 1).ForAttempt());
        await using var journal = StationJournal.Open(
            new DirectoryDisk(_data.Journal), new JournalOptions(), _time, FactStamp.OfThisPc(_time), NullLogger<StationJournal>.Instance);
        if (!await new AttemptFacts(journal, running.Id).TryTakeAsync(work, asked))
        {
            return null;
        }

        var reports = new RunReports();
        using var over = CancellationTokenSource.CreateLinkedTokenSource(atOnce);
        using var port = new PhonePort(_port);
        using var lease = await port.LeaseAsync(asked);
        await using var cancelling = asked.Register(() => Cancel(running));
        var showing = new ConsoleProgress(reports, _surroundings).RunAsync(over.Token);
        var end = await Runner(journal, reports, release.ReleasedBy).RunAsync(running, work, _plan, release, lease, phone.Serial, _code, atOnce);
        await over.CancelAsync();
        await showing;
        return end is null ? null : end with { IsPastReturn = running.IsPastReturn };
    }

    private AttemptRunner Runner(StationJournal journal, RunReports reports, string by) => new(
        journal,
        _images,
        _check,
        _connector,
        reports,
        (facts, running) => new ConsoleHands(new StationHands(facts, running, _time), by, _surroundings),
        new RunOptions { LogDirectory = _data.Logs },
        _time,
        NullLogger<AttemptRunner>.Instance);

    private void Cancel(RunningAttempt running)
    {
        if (!running.TryCancel())
        {
            _surroundings.Talk.WriteLine(_surroundings.Say(
                "The phone is being written and is finished first. Press Ctrl-C again to stop at once; it is then left half written.",
                "Le téléphone est en cours d'écriture, on le finit d'abord. Refaites Ctrl-C pour arrêter net ; il restera à moitié écrit."));
        }
    }

    private static Domain.Flashing.Refusal ToRefusal(TalkError error) => new(error.FailureClass, "", error.Text);
}
