using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Espero.Station.Protocols.Odin;

/// <summary>
/// Download mode through Debian's heimdall. heimdall cannot be told which phone to take: its owner sees to it that only one phone
/// in download mode is plugged in.
/// </summary>
public sealed class Heimdall(HeimdallOptions options, TimeProvider time) : IDownloadMode
{
    // A table could name a partition like one of heimdall's own options.
    private static readonly FrozenSet<string> Reserved = new[]
    {
        "repartition", "pit", "verbose", "no-reboot", "resume", "stdout-errors", "usb-log-level", "tflash", "output", "file",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private readonly HeimdallProcess _process = new(options, time);

    // After an operation with --no-reboot the session goes on, and a second handshake would lose it.
    private bool _resumes;

    public OdinError? Absence => _process.Absence();

    public async Task<OdinResult<bool>> DetectAsync(CancellationToken cancellationToken)
    {
        var text = new HeimdallText(progress: null);
        var run = await _process.RunAsync(text, ["detect"], cancellationToken);
        if (!run.Succeeded)
        {
            return run.Error;
        }

        var error = HeimdallErrors.Of(text.Errors, run.Value);
        return run.Value == 0 ? true
            : error.Failure == OdinFailure.NotFound ? false
            : error;
    }

    public async Task<OdinResult<PitTable>> ReadPitAsync(CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("espero-pit-");
        try
        {
            var path = Path.Combine(folder.FullName, "table.pit");
            string[] arguments = ["download-pit", "--output", path, "--no-reboot"];
            var run = await ActAsync(new HeimdallText(progress: null), arguments, cancellationToken);
            if (!run.Succeeded && !_resumes && HeimdallErrors.IsHandshake(run.Error))
            {
                // Perhaps an earlier program has left its session open, and the phone greets nobody twice.
                _resumes = true;
                run = await ActAsync(new HeimdallText(progress: null), arguments, cancellationToken);
            }

            return !run.Succeeded ? run.Error : Load(path);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    public async Task<OdinResult<ImmutableArray<string>>> FlashAsync(
        ImmutableArray<OdinImage> images, PitTable table, IProgress<OdinProgress>? progress, CancellationToken cancellationToken)
    {
        if (images.Select(image => Objection(image, table)).FirstOrDefault(objection => objection is not null) is { } refusal)
        {
            return refusal;
        }

        var text = new HeimdallText(progress);
        string[] arguments = ["flash", .. images.SelectMany(image => new[] { $"--{image.Partition}", image.Path }), "--no-reboot"];
        var run = await ActAsync(text, arguments, cancellationToken);
        return !run.Succeeded ? run.Error
            : images.All(image => text.Uploaded.Contains(image.Partition)) ? text.Uploaded
            : HeimdallErrors.Of(text.Errors, run.Value);
    }

    public async Task<OdinResult<bool>> RebootAsync(CancellationToken cancellationToken)
    {
        var run = await ActAsync(new HeimdallText(progress: null), ["close-pc-screen"], cancellationToken);
        _resumes = false;
        return run.Succeeded ? true : run.Error;
    }

    private async Task<OdinResult<int>> ActAsync(HeimdallText text, string[] arguments, CancellationToken cancellationToken)
    {
        var run = await _process.RunAsync(text, _resumes ? [.. arguments, "--resume"] : arguments, cancellationToken);
        _resumes = run is { Succeeded: true, Value: 0 };
        return !run.Succeeded || run.Value == 0 ? run : HeimdallErrors.Of(text.Errors, run.Value);
    }

    private static OdinError? Objection(OdinImage image, PitTable table)
    {
        if (Reserved.Contains(image.Partition) || table.Find(image.Partition) is not { } entry)
        {
            return new OdinError(OdinFailure.PartitionAbsent, $"The phone's table has no partition of its own called '{image.Partition}'.");
        }

        var file = new FileInfo(image.Path);
        return !file.Exists || file.Length == 0 ? new OdinError(OdinFailure.ImageUnreadable, $"There is no image for {image.Partition}.")
            : file.Length > entry.SizeBytes ? new OdinError(
                OdinFailure.ImageTooBig, $"The image has {file.Length} bytes, {image.Partition} has {entry.SizeBytes}.")
            : null;
    }

    private static OdinResult<PitTable> Load(string path)
    {
        try
        {
            return new FileInfo(path).Length <= PitTable.MaxBytes
                ? PitTable.Parse(File.ReadAllBytes(path))
                : new OdinError(OdinFailure.Nonsense, $"A partition table of more than {PitTable.MaxBytes} bytes.");
        }
        catch (PitFormatException malformed)
        {
            return new OdinError(OdinFailure.Nonsense, malformed.Message);
        }
        catch (IOException unreadable)
        {
            return new OdinError(OdinFailure.ToolFailed, unreadable.Message);
        }
    }
}
