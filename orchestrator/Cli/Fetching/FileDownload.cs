using System.Diagnostics.CodeAnalysis;
using Polly;
using Polly.Retry;

namespace Espero.Cli.Fetching;

/// <summary>Downloads one file over HTTPS: takes up again where it broke off, and believes no size and no hash before it has seen them.</summary>
internal sealed class FileDownload : IDisposable
{
    private readonly HttpClient _http;
    private readonly DownloadTry _try;
    private readonly FetchLimits _limits;
    private readonly TimeProvider _time;
    private readonly ResiliencePipeline<DownloadEnd> _retry;

    /// <param name="handler">Follows no redirection by itself.</param>
    public FileDownload(HttpMessageHandler handler, FetchLimits limits, TimeProvider time)
    {
        _http = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        _http.DefaultRequestHeaders.UserAgent.ParseAdd("espero");
        (_limits, _time, _retry) = (limits, time, Build(limits, time));
        _try = new DownloadTry(_http, limits, time);
    }

    public static SocketsHttpHandler Handler() => new() { AllowAutoRedirect = false, ConnectTimeout = TimeSpan.FromSeconds(30) };

    /// <summary>Has the file in the folder under its name, or says how the last try ended.</summary>
    /// <param name="onProgress">Bytes that are here, and of how many; -1 where nobody says.</param>
    public async Task<DownloadEnd> RunAsync(
        WantedFile file, string folder, Action<long, long> onProgress, CancellationToken cancellationToken)
    {
        var whole = Path.Combine(folder, file.Name);
        var part = new PartFile($"{whole}.part");
        using var longest = new CancellationTokenSource(_limits.Longest, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(longest.Token, cancellationToken);
        try
        {
            var end = await DownloadAsync(file, part, onProgress, either.Token);
            if (end is DownloadEnd.OtherHash)
            {
                part.StartAnew(version: null); // pieces of two versions, or spoilt on the way: once more, whole
                end = await DownloadAsync(file, part, onProgress, either.Token);
            }

            if (end is DownloadEnd.Complete)
            {
                part.Finish(whole);
            }
            else if (end is DownloadEnd.OtherHash or DownloadEnd.OtherSize or DownloadEnd.TooLarge)
            {
                part.StartAnew(version: null);
            }

            return end;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return DownloadEnd.TookTooLong;
        }
    }

    /// <summary>A short text, such as an index; null when it cannot be had.</summary>
    public async Task<byte[]?> ReadAsync(Uri address, string folder, CancellationToken cancellationToken)
    {
        var file = new WantedFile(".index", address, Sha256: null, Md5: null, SizeBytes: null);
        var path = Path.Combine(folder, file.Name);
        try
        {
            return await RunAsync(file, folder, (_, _) => { }, cancellationToken) is DownloadEnd.Complete
                ? await File.ReadAllBytesAsync(path, cancellationToken)
                : null;
        }
        finally
        {
            File.Delete(path);
        }
    }

    public void Dispose() => _http.Dispose();

    // A line that breaks often but moves is not given up: only tries without a new byte count.
    private async Task<DownloadEnd> DownloadAsync(
        WantedFile file, PartFile part, Action<long, long> onProgress, CancellationToken cancellationToken)
    {
        while (true)
        {
            var before = part.LengthBytes;
            var end = await _retry.ExecuteAsync(async token => await _try.RunAsync(file, part, onProgress, token), cancellationToken);
            if (end is not DownloadEnd.BrokenOff || part.LengthBytes <= before)
            {
                return end;
            }
        }
    }

    [UnconditionalSuppressMessage("AOT", "IL3050", Justification = "Polly checks one enum of its own, whose values are named below.")]
    private static ResiliencePipeline<DownloadEnd> Build(FetchLimits limits, TimeProvider time) =>
        new ResiliencePipelineBuilder<DownloadEnd> { TimeProvider = time }
            .AddRetry(new RetryStrategyOptions<DownloadEnd>
            {
                ShouldHandle = new PredicateBuilder<DownloadEnd>().HandleResult(DownloadEnd.BrokenOff),
                MaxRetryAttempts = limits.Retries,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = limits.FirstRetry,
                MaxDelay = limits.LongestRetry,
            })
            .Build();
}
