using System.Buffers;
using System.Net;
using System.Net.Http.Headers;

namespace Espero.Cli.Fetching;

/// <summary>Asks once for what is missing of a file.</summary>
internal sealed class DownloadTry(HttpClient http, FetchLimits limits, TimeProvider time)
{
    private const int BufferBytes = 1 << 18;
    private const int MaxRedirections = 5;
    private const long Unknown = -1;

    public async Task<DownloadEnd> RunAsync(
        WantedFile file, PartFile part, Action<long, long> onProgress, CancellationToken cancellationToken)
    {
        using var silence = new CancellationTokenSource(limits.Silence, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(silence.Token, cancellationToken);
        try
        {
            var address = file.Address;
            for (var redirections = 0; redirections <= MaxRedirections; redirections++)
            {
                if (address.Scheme != Uri.UriSchemeHttps)
                {
                    return DownloadEnd.LedAstray;
                }

                using var response = await AskAsync(address, file, part, either.Token);
                if (response.Headers.Location is not { } next || (int)response.StatusCode is < 300 or >= 400)
                {
                    return await TakeAsync(response, file, part, onProgress, silence, either.Token);
                }

                if (!Uri.TryCreate(address, next, out address!))
                {
                    return DownloadEnd.LedAstray;
                }
            }

            return DownloadEnd.LedAstray;
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            return DownloadEnd.BrokenOff;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return DownloadEnd.BrokenOff; // silent for too long
        }
    }

    private async Task<HttpResponseMessage> AskAsync(Uri address, WantedFile file, PartFile part, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (part.LengthBytes > 0 && (part.Version is not null || file.HasHash))
        {
            request.Headers.Range = new RangeHeaderValue(part.LengthBytes, null);
            request.Headers.IfRange = part.Version is { } version ? new RangeConditionHeaderValue(EntityTagHeaderValue.Parse(version)) : null;
        }

        return await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
    }

    private async Task<DownloadEnd> TakeAsync(
        HttpResponseMessage response,
        WantedFile file,
        PartFile part,
        Action<long, long> onProgress,
        CancellationTokenSource silence,
        CancellationToken cancellationToken)
    {
        if (Judge(response, file, part) is { } failure)
        {
            return failure;
        }

        var total = response.Content.Headers.ContentLength is { } rest ? part.LengthBytes + rest : Unknown;
        if (total > limits.MaxBytes)
        {
            return DownloadEnd.TooLarge;
        }

        if (total != Unknown && file.SizeBytes is { } stated && stated != total)
        {
            return DownloadEnd.OtherSize;
        }

        await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
        return await CopyAsync(body, total, part, onProgress, silence, cancellationToken)
            ?? (file.SizeBytes is { } size && size != part.LengthBytes ? DownloadEnd.OtherSize
                : await FileMeasure.IsAsStatedAsync(part.Path, file, cancellationToken) ? DownloadEnd.Complete
                : DownloadEnd.OtherHash);
    }

    private static DownloadEnd? Judge(HttpResponseMessage response, WantedFile file, PartFile part)
    {
        switch (response.StatusCode)
        {
            case HttpStatusCode.PartialContent when Continues(response, part):
                return null;
            case HttpStatusCode.OK when IsPage(response) && !file.HasHash:
                return DownloadEnd.Refused; // to sign in, to choose, to wait: as an image it would be taken for what it is not
            case HttpStatusCode.OK:
                part.StartAnew(response.Headers.ETag is { IsWeak: false } tag ? tag.Tag : null);
                return null;
            case HttpStatusCode.RequestedRangeNotSatisfiable or HttpStatusCode.PartialContent:
                part.StartAnew(version: null); // what is here is no beginning of what is there
                return DownloadEnd.BrokenOff;
            case HttpStatusCode.NotFound or HttpStatusCode.Gone:
                return DownloadEnd.NotFound;
            case HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError:
                return DownloadEnd.BrokenOff;
            default:
                return DownloadEnd.Refused;
        }
    }

    // Not every server heeds If-Range: one that names another version gives the rest of another file.
    private static bool Continues(HttpResponseMessage response, PartFile part) =>
        response.Content.Headers.ContentRange?.From == part.LengthBytes
        && (part.Version is not { } version || response.Headers.ETag is not { } tag || tag.Tag == version);

    private static bool IsPage(HttpResponseMessage response) =>
        response.Content.Headers.ContentType?.MediaType is "text/html" or "application/xhtml+xml";

    // Null when the body ended as it should.
    private async Task<DownloadEnd?> CopyAsync(
        Stream body, long total, PartFile part, Action<long, long> onProgress, CancellationTokenSource silence, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BufferBytes);
        try
        {
            var hereBytes = part.LengthBytes;
            await using var target = part.OpenAppend();
            int length;
            while ((length = await body.ReadAsync(buffer, cancellationToken)) > 0)
            {
                silence.CancelAfter(limits.Silence);
                if (hereBytes + length > limits.MaxBytes)
                {
                    return DownloadEnd.TooLarge;
                }

                if (!await TryWriteAsync(target, buffer.AsMemory(0, length), cancellationToken))
                {
                    return DownloadEnd.DiskFull;
                }

                hereBytes += length;
                onProgress(hereBytes, total);
            }

            return null;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static async Task<bool> TryWriteAsync(FileStream target, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        try
        {
            await target.WriteAsync(bytes, cancellationToken);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }
}
