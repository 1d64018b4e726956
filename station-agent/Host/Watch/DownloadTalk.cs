using Espero.Plan.V1;
using Espero.Station.Protocols.Odin;
using Espero.Station.Recipes.Facts;
using Espero.Station.Recipes.Failures;

namespace Espero.Station.Watch;

/// <summary>
/// A Samsung phone in download mode. Who it is, it says by its USB descriptors only; its partition table takes the one session of
/// its stay, so a mere look leaves the table unread.
/// </summary>
internal sealed class DownloadTalk(DownloadDesk desk, DownloadStay stay, Action<string> onMessage) : PhoneTalk
{
    private bool _over;

    public override bool IsOpen => !_over && stay.End is null;

    public override Task<TalkResult<PhoneSight>> LookAsync(CancellationToken cancellationToken) =>
        Task.FromResult<TalkResult<PhoneSight>>(desk.EndOf(stay) is { } over ? over : DownloadFacts.Of(stay.Device));

    public override Task<TalkResult<PhoneSight>> GlanceAsync(CancellationToken cancellationToken) => LookAsync(cancellationToken);

    public override async Task<TalkResult<PhoneSight>> AskAsync(
        PhoneSight sight, IReadOnlyList<string> names, CancellationToken cancellationToken)
    {
        if (!names.Any(name => FactName.SourceOf(name) == FactName.Partition))
        {
            return sight;
        }

        var table = await ReadTableAsync(cancellationToken);
        return table.Succeeded ? sight.With(DownloadFacts.Of(table.Value)) : table.Error;
    }

    // Its protocol has no word for a battery.
    public override Task<TalkResult<PhoneSight>> FeelBatteryAsync(PhoneSight sight, CancellationToken cancellationToken) =>
        Task.FromResult<TalkResult<PhoneSight>>(sight);

    /// <summary>
    /// Writes a file to the partition of this name, if the phone's own table has it and has room. The phone stays where it is.
    /// </summary>
    public async Task<TalkResult<bool>> FlashAsync(
        string partition, string imagePath, IProgress<OdinProgress> progress, CancellationToken cancellationToken)
    {
        var table = await ReadTableAsync(cancellationToken);
        if (!table.Succeeded)
        {
            return table.Error;
        }

        var written = await desk.UseAsync(
            stay,
            onMessage,
            mode => mode.FlashAsync([new OdinImage(partition, imagePath)], table.Value, progress, cancellationToken),
            cancellationToken);
        return written.Succeeded ? true : written.Error;
    }

    public override async Task<TalkResult<bool>> RebootAsync(RebootTarget target, CancellationToken cancellationToken)
    {
        if (target is not RebootTarget.System)
        {
            return new TalkError(
                FailureCode.CommandNotSupported,
                $"Download mode can only restart into the system, not into {target}: that takes a person's keys.");
        }

        var answer = await desk.UseAsync(stay, onMessage, mode => mode.RebootAsync(cancellationToken), cancellationToken);
        _over |= answer.Succeeded;
        return answer;
    }

    public override ValueTask DisposeAsync()
    {
        _over = true;
        return ValueTask.CompletedTask;
    }

    private async Task<TalkResult<PitTable>> ReadTableAsync(CancellationToken cancellationToken)
    {
        if (stay.Table is { } known)
        {
            return known;
        }

        var read = await desk.UseAsync(stay, onMessage, mode => mode.ReadPitAsync(cancellationToken), cancellationToken);
        stay.Table = read.Succeeded ? read.Value : null;
        return read;
    }
}
