using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Espero.Cli.Fetching;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Espero.Cli.Tests.Fetching;

/// <summary>A real HTTPS server on this PC whose every path answers as a test has told it.</summary>
internal sealed class FileServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly X509Certificate2 _certificate;
    private readonly ConcurrentDictionary<string, RequestDelegate> _answers = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<(string Path, string Range)> _asked = [];

    private FileServer()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var made = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256)
            .CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(200));
        _certificate = X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), password: null);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(_certificate)));
        _app = builder.Build();
        _app.Run(AnswerAsync);
    }

    /// <summary>Each request: the path, and its Range header, empty where there was none.</summary>
    public (string Path, string Range)[] Asked => [.. _asked];

    public static async Task<FileServer> StartAsync()
    {
        var server = new FileServer();
        await server._app.StartAsync(TestContext.Current.CancellationToken);
        return server;
    }

    public Uri AddressOf(string path) => new($"{_app.Urls.Single()}{path}");

    /// <summary>What the command uses, but for the certificate: only this server's is believed.</summary>
    public SocketsHttpHandler Handler()
    {
        var handler = FileDownload.Handler();
        handler.SslOptions.RemoteCertificateValidationCallback = (_, shown, _, _) =>
            shown?.GetCertHashString(HashAlgorithmName.SHA256) == _certificate.GetCertHashString(HashAlgorithmName.SHA256);
        return handler;
    }

    public void Answer(string path, RequestDelegate answer) => _answers[path] = answer;

    public void Refuse(string path, int status) => Answer(path, context =>
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    });

    /// <summary>A file that can be asked for from any byte on.</summary>
    /// <param name="tag">Null for a server that cannot tell two versions apart.</param>
    public void Give(string path, byte[] content, string? tag = "one") => Answer(path, context => Results
        .Bytes(content, enableRangeProcessing: true, entityTag: tag is null ? null : new($"\"{tag}\""))
        .ExecuteAsync(context));

    /// <summary>The same, but the connection breaks off so many times, each time after half of what was asked for.</summary>
    public void GiveInPieces(string path, byte[] content, int times, string? tag = "one")
    {
        var left = times;
        Answer(path, async context =>
        {
            if (Interlocked.Decrement(ref left) < 0)
            {
                Give(path, content, tag);
                await _answers[path](context);
                return;
            }

            var from = context.Request.GetTypedHeaders().Range is { } range ? (int)range.Ranges.Single().From!.Value : 0;
            context.Response.StatusCode = from == 0 ? StatusCodes.Status200OK : StatusCodes.Status206PartialContent;
            if (from > 0)
            {
                context.Response.Headers.ContentRange = $"bytes {from}-{content.Length - 1}/{content.Length}";
            }

            if (tag is not null)
            {
                context.Response.Headers.ETag = $"\"{tag}\"";
            }

            context.Response.ContentLength = content.Length - from;
            await context.Response.Body.WriteAsync(content.AsMemory(from, (content.Length - from) / 2), context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
            context.Abort();
        });
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _certificate.Dispose();
    }

    private Task AnswerAsync(HttpContext context)
    {
        var path = context.Request.Path.Value!;
        _asked.Enqueue((path, context.Request.Headers.Range.ToString()));
        if (_answers.TryGetValue(path, out var answer))
        {
            return answer(context);
        }

        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
