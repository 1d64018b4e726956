using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.Retry;

namespace Espero.Station.Images;

/// <summary>Files by hash. Many phones that want the same file share one fetch and one hashing.</summary>
internal sealed partial class ImageStore : IImageFiles
{
    // Long enough for phones that begin together to share one hashing, short enough to be "just before use".
    private static readonly TimeSpan FreshFor = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan FirstRetry = TimeSpan.FromMilliseconds(500);

    private readonly ConcurrentDictionary<string, SemaphoreSlim> _gates = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, VerifiedImage> _verified = new(StringComparer.Ordinal);
    private readonly ImagePaths _paths;
    private readonly IImageDisk _disk;
    private readonly FilesAddress _address;
    private readonly ImageOptions _options;
    private readonly ImageShelf _shelf;
    private readonly PartDownload _download;
    private readonly TimeProvider _time;
    private readonly ILogger<ImageStore> _logger;
    private readonly ResiliencePipeline<PartStep> _retry;

    public ImageStore(
        ImagePaths paths,
        IImageDisk disk,
        HttpClient http,
        FilesAddress address,
        ImageOptions options,
        TimeProvider time,
        Func<double> random,
        ILogger<ImageStore> logger)
    {
        (_paths, _disk, _address, _options, _time, _logger) = (paths, disk, address, options, time, logger);
        _shelf = new ImageShelf(paths, disk, options, time);
        _download = new PartDownload(http, disk, options, time);
        _retry = Build(options, time, random);
    }

    /// <summary>Free for files, or made free when it is needed: the journal's reserve is not.</summary>
    public long FreeBytes => _disk.FreeBytes - _options.ReserveBytes + _shelf.DroppableBytes;

    /// <summary>Where the file lies; null when it is not here. What it holds was not checked just now.</summary>
    public string? PathOf(ImageFile file) => File.Exists(_paths.Of(file)) ? _paths.Of(file) : null;

    /// <summary>How much of a file is not here yet.</summary>
    public long MissingBytes(ImageFile file) =>
        File.Exists(_paths.Of(file)) ? 0 : Math.Max(0, file.SizeBytes - LengthOf(_paths.PartOf(file)));

    /// <summary>Has the file here with the right hash, checked just now: fetched, fetched again, or a reason why not.</summary>
    public async Task<FetchedImage> EnsureAsync(ImageFile file, CancellationToken cancellationToken)
    {
        var gate = _gates.GetOrAdd(file.Hash, _ => new SemaphoreSlim(1, 1));
        await gate.WaitAsync(cancellationToken);
        try
        {
            var path = _paths.Of(file);
            return await IsGoodAsync(file, path, cancellationToken)
                ? FetchedImage.At(path)
                : await FetchAsync(file, path, cancellationToken);
        }
        finally
        {
            gate.Release();
        }
    }

    public async Task<FetchedImage> KeepAsync(ImageFile file, Stream content, CancellationToken cancellationToken)
    {
        var gate = _gates.GetOrAdd(file.Hash, _ => new SemaphoreSlim(1, 1));
        await gate.WaitAsync(cancellationToken);
        try
        {
            var path = _paths.Of(file);
            MakeRoom(file.SizeBytes);
            var kept = await MadeFile.WriteAsync(file, path, content, cancellationToken);
            if (kept.Failure == ImageFailure.None)
            {
                Remember(file, new FileInfo(path));
            }

            return kept;
        }
        finally
        {
            gate.Release();
        }
    }

    private async Task<bool> IsGoodAsync(ImageFile file, string path, CancellationToken cancellationToken)
    {
        var found = new FileInfo(path);
        if (!found.Exists)
        {
            return false;
        }

        _shelf.Use(path); // before the long look at it, so that nobody makes room with it meanwhile
        if (_verified.TryGetValue(file.Hash, out var before)
            && before.LooksLike(found)
            && _time.GetElapsedTime(before.VerifiedAtTimestamp) < FreshFor)
        {
            return true;
        }

        using var hash = new ImageHash();
        await using (var stream = File.OpenRead(path))
        {
            if (await hash.AddAllAsync(stream, cancellationToken) == file.SizeBytes && hash.Matches(file))
            {
                Remember(file, found);
                return true;
            }
        }

        LogSpoiled(_logger, file.Hash);
        File.Delete(path);
        return false;
    }

    private async Task<FetchedImage> FetchAsync(ImageFile file, string path, CancellationToken cancellationToken)
    {
        var partPath = _paths.PartOf(file);
        MakeRoom(MissingBytes(file));
        var step = await DownloadAsync(file, partPath, cancellationToken);
        if (step is PartStep.WrongHash)
        {
            LogWrongHash(_logger, file.Hash);
            File.Delete(partPath);
            step = await DownloadAsync(file, partPath, cancellationToken);
        }

        if (step is PartStep.Complete)
        {
            FlushToDisk(partPath);
            File.Move(partPath, path, overwrite: true);
            Remember(file, new FileInfo(path));
            LogFetched(_logger, file.Hash, file.SizeBytes);
            return FetchedImage.At(path);
        }

        if (step is PartStep.WrongHash)
        {
            File.Delete(partPath);
        }

        LogNotFetched(_logger, file.Hash, step);
        return ToFailure(step, file);
    }

    // A line that breaks often but moves is not given up: only tries without a new byte count.
    private async Task<PartStep> DownloadAsync(ImageFile file, string partPath, CancellationToken cancellationToken)
    {
        while (true)
        {
            var before = LengthOf(partPath);
            var step = await _retry.ExecuteAsync(
                async token => _address.Of(file) is { } address
                    ? await _download.RunAsync(address, file, partPath, token)
                    : PartStep.BrokenOff,
                cancellationToken);
            if (step is not PartStep.BrokenOff || LengthOf(partPath) <= before)
            {
                return step;
            }
        }
    }

    private void MakeRoom(long neededBytes)
    {
        foreach (var dropped in _shelf.MakeRoom(neededBytes))
        {
            LogDropped(_logger, dropped);
        }
    }

    private void Remember(ImageFile file, FileInfo found) =>
        _verified[file.Hash] = new VerifiedImage(_time.GetTimestamp(), found.Length, found.LastWriteTimeUtc);

    private static void FlushToDisk(string path)
    {
        using var handle = File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite);
        RandomAccess.FlushToDisk(handle);
    }

    private static long LengthOf(string path) => File.Exists(path) ? new FileInfo(path).Length : 0;

    private static FetchedImage ToFailure(PartStep step, ImageFile file) => step switch
    {
        PartStep.NotFound => FetchedImage.Failed(
            ImageFailure.NotFound, $"The orchestrator has no file {file.Hash}. Add the build again."),
        PartStep.WrongHash => FetchedImage.Failed(
            ImageFailure.Corrupt, $"The file {file.Hash} arrived twice with another hash. Add the build again on the orchestrator."),
        PartStep.DiskFull => FetchedImage.Failed(
            ImageFailure.DiskFull, $"The station's disk has no room for {file.SizeBytes} bytes. Make room on it and try again."),
        PartStep.BrokenOff => FetchedImage.Failed(
            ImageFailure.NetworkLost, $"The file {file.Hash} could not be fetched. Check the station's network and try again."),
        PartStep.Complete => throw new InvalidOperationException("A complete file is no failure."),
    };

    [UnconditionalSuppressMessage("AOT", "IL3050", Justification = "Polly checks one enum of its own, whose values are named below.")]
    private static ResiliencePipeline<PartStep> Build(ImageOptions options, TimeProvider time, Func<double> random)
    {
        if (options.Retries == 0)
        {
            return ResiliencePipeline<PartStep>.Empty;
        }

        return new ResiliencePipelineBuilder<PartStep> { TimeProvider = time }
            .AddRetry(new RetryStrategyOptions<PartStep>
            {
                ShouldHandle = new PredicateBuilder<PartStep>().HandleResult(PartStep.BrokenOff),
                MaxRetryAttempts = options.Retries,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = FirstRetry,
                MaxDelay = TimeSpan.FromSeconds(options.LongestRetrySeconds),
                Randomizer = random,
            })
            .Build();
    }

    [LoggerMessage(2001, LogLevel.Information, "The file {Hash} of {SizeBytes} bytes was fetched and its hash was right.")]
    private static partial void LogFetched(ILogger logger, string hash, long sizeBytes);

    [LoggerMessage(2002, LogLevel.Warning, "The file {Hash} arrived with another hash and was fetched once more.")]
    private static partial void LogWrongHash(ILogger logger, string hash);

    [LoggerMessage(2003, LogLevel.Warning, "The file {Hash} had gone bad on the station's disk and was fetched again.")]
    private static partial void LogSpoiled(ILogger logger, string hash);

    [LoggerMessage(2004, LogLevel.Error, "The file {Hash} could not be fetched: {Step}.")]
    private static partial void LogNotFetched(ILogger logger, string hash, PartStep step);

    [LoggerMessage(2005, LogLevel.Information, "The file {Hash} had not been used for longest and made room for another.")]
    private static partial void LogDropped(ILogger logger, string hash);
}
