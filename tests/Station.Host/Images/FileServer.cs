using System.Net;
using System.Security.Cryptography;
using Google.Protobuf;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Net.Http.Headers;

namespace Espero.Station.Host.Tests.Images;

/// <summary>A real HTTP server for one file, that breaks off or lies when it is told to.</summary>
internal sealed class FileServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private FileServer(WebApplication app, byte[] content)
    {
        _app = app;
        Content = content;
    }

    public byte[] Content { get; }

    public ByteString Sha256 => ByteString.CopyFrom(SHA256.HashData(Content));

    public string Address => _app.Urls.Single();

    /// <summary>The Range header of each request, empty where there was none.</summary>
    public List<string> Ranges { get; } = [];

    /// <summary>The next so many answers break off after this many bytes.</summary>
    public (int Times, int AfterBytes) BreakOff { get; set; }

    /// <summary>The next so many answers have one wrong byte.</summary>
    public int Wrong { get; set; }

    public int? Status { get; set; }

    public static async Task<FileServer> StartAsync(byte[] content)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        var server = new FileServer(app, content);
        app.MapGet("/v1/files/{sha256}", server.ServeAsync);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return server;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task ServeAsync(HttpContext context)
    {
        Ranges.Add(context.Request.Headers.Range.ToString());
        if (Status is { } status)
        {
            context.Response.StatusCode = status;
            return;
        }

        if (BreakOff.Times > 0)
        {
            await BreakOffAsync(context);
            return;
        }

        var content = Content;
        if (Wrong > 0)
        {
            Wrong--;
            content = [.. Content];
            content[^1] ^= 1;
        }

        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(Sha256.Span)}\"");
        await Results.Bytes(content, enableRangeProcessing: true, entityTag: tag).ExecuteAsync(context);
    }

    private async Task BreakOffAsync(HttpContext context)
    {
        var from = 0;
        if (RangeHeaderValue.TryParse(context.Request.Headers.Range.ToString(), out var range))
        {
            from = (int)range.Ranges.Single().From!.Value;
            context.Response.StatusCode = StatusCodes.Status206PartialContent;
            context.Response.Headers.ContentRange = $"bytes {from}-{Content.Length - 1}/{Content.Length}";
        }

        context.Response.ContentLength = Content.Length - from;
        await context.Response.Body.WriteAsync(Content.AsMemory(from, BreakOff.AfterBytes), context.RequestAborted);
        await context.Response.Body.FlushAsync(context.RequestAborted);
        BreakOff = BreakOff with { Times = BreakOff.Times - 1 };
        context.Abort();
    }
}
