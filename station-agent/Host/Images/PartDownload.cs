using System.Buffers;
using System.Net;
using System.Net.Http.Headers;

namespace Espero.Station.Images;

/// <summary>Asks once for what is missing of a file, from the byte where the last try ended, and hashes while it streams.</summary>
internal sealed class PartDownload(HttpClient http, IImageDisk disk, ImageOptions options, TimeProvider time)
{
    public async Task<PartStep> RunAsync(Uri address, ImageFile file, string partPath, CancellationToken cancellationToken)
    {
        await using var part = new PartFile(disk, partPath);
        await part.OpenAsync(file, cancellationToken);
        if (part.LengthBytes < file.SizeBytes)
        {
            if (disk.FreeBytes - options.ReserveBytes < file.SizeBytes - part.LengthBytes)
            {
                return PartStep.DiskFull;
            }

            if (await FetchRestAsync(address, file, part, cancellationToken) is { } failure)
            {
                return failure;
            }
        }

        return part.Matches(file) ? PartStep.Complete : PartStep.WrongHash;
    }

    private async Task<PartStep?> FetchRestAsync(Uri address, ImageFile file, PartFile part, CancellationToken cancellationToken)
    {
        using var silence = new CancellationTokenSource(TimeSpan.FromSeconds(options.SilenceSeconds), time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(silence.Token, cancellationToken);
        try
        {
            using var request = RequestFor(address, file, part.LengthBytes);
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            if (await JudgeAsync(response, part) is { } failure)
            {
                return failure;
            }

            await using var body = await response.Content.ReadAsStreamAsync(either.Token);
            return await CopyAsync(body, file, part, silence, either.Token);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            return PartStep.BrokenOff;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return PartStep.BrokenOff; // silent for too long
        }
    }

    private static HttpRequestMessage RequestFor(Uri address, ImageFile file, long haveBytes)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (haveBytes > 0)
        {
            request.Headers.Range = new RangeHeaderValue(haveBytes, null);
            request.Headers.IfRange = new RangeConditionHeaderValue(new EntityTagHeaderValue($"\"{file.Hash}\""));
        }

        return request;
    }

    private static async Task<PartStep?> JudgeAsync(HttpResponseMessage response, PartFile part)
    {
        switch (response.StatusCode)
        {
            case HttpStatusCode.PartialContent when response.Content.Headers.ContentRange?.From == part.LengthBytes:
                return null;
            case HttpStatusCode.OK:
                await part.StartAnewAsync();
                return null;
            case HttpStatusCode.RequestedRangeNotSatisfiable or HttpStatusCode.PartialContent:
                await part.StartAnewAsync(); // what is here is not a beginning of what is there
                return PartStep.BrokenOff;
            case HttpStatusCode.NotFound or HttpStatusCode.Gone:
                return PartStep.NotFound;
            default:
                return PartStep.BrokenOff;
        }
    }

    private async Task<PartStep?> CopyAsync(
        Stream body, ImageFile file, PartFile part, CancellationTokenSource silence, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(ImageHash.BufferBytes);
        try
        {
            while (part.LengthBytes <= file.SizeBytes)
            {
                var readBytes = await body.ReadAsync(buffer, cancellationToken);
                if (readBytes == 0)
                {
                    break;
                }

                silence.CancelAfter(TimeSpan.FromSeconds(options.SilenceSeconds));
                if (!await part.TryAppendAsync(buffer.AsMemory(0, readBytes), cancellationToken))
                {
                    return PartStep.DiskFull;
                }
            }

            return part.LengthBytes < file.SizeBytes ? PartStep.BrokenOff : null;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
