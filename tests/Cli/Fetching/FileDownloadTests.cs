using System.Security.Cryptography;
using Espero.Cli.Fetching;
using Espero.Station.Recipes.Builds;
using Espero.Testing;
using Microsoft.AspNetCore.Http;

namespace Espero.Cli.Tests.Fetching;

public sealed class FileDownloadTests : IAsyncLifetime
{
    private const string Path = "/boot.img";
    private static readonly byte[] Content = [.. Enumerable.Range(0, 200_000).Select(index => (byte)(index * 7))];
    private static readonly string Sha256 = Convert.ToHexStringLower(SHA256.HashData(Content));

    private readonly TemporaryFolder _folder = new();
    private FileServer _server = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _server = await FileServer.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_file_arrives_whole_and_leaves_nothing_beside_it()
    {
        _server.Give(Path, Content);
        var seen = new List<(long, long)>();

        Assert.Equal(DownloadEnd.Complete, await DownloadAsync(Wanted(Sha256), onProgress: (here, total) => seen.Add((here, total))));

        Assert.Equal((Content.Length, Content.Length), seen[^1]);
        Assert.Equal([Content], Files());
    }

    [Fact]
    public async Task A_download_that_is_cut_goes_on_where_it_stopped()
    {
        _server.GiveInPieces(Path, Content, times: 2);

        Assert.Equal(DownloadEnd.Complete, await DownloadAsync(Wanted()));

        Assert.Equal("", _server.Asked[0].Range);
        Assert.All(_server.Asked[1..], asked => Assert.Matches("^bytes=[1-9][0-9]*-$", asked.Range));
        Assert.Equal(3, _server.Asked.Length);
        Assert.Equal([Content], Files());
    }

    [Fact]
    public async Task What_arrived_is_used_by_the_next_command()
    {
        await BeginAsync(Content[..1000], version: "\"one\"");
        _server.Give(Path, Content);

        Assert.Equal(DownloadEnd.Complete, await DownloadAsync(Wanted()));

        Assert.Equal(["bytes=1000-"], _server.Asked.Select(asked => asked.Range));
        Assert.Equal([Content], Files());
    }

    [Fact]
    public async Task A_beginning_that_nothing_tells_apart_from_another_version_is_thrown_away()
    {
        _server.GiveInPieces(Path, Content, times: 1, tag: null);

        Assert.Equal(DownloadEnd.Complete, await DownloadAsync(Wanted()));

        Assert.Equal(["", ""], _server.Asked.Select(asked => asked.Range));
    }

    [Fact]
    public async Task A_file_that_its_publisher_replaced_in_the_middle_is_taken_anew()
    {
        await BeginAsync(Content[1..1000], version: "\"old\"");
        _server.Give(Path, Content, tag: "new");

        Assert.Equal(DownloadEnd.Complete, await DownloadAsync(Wanted()));

        Assert.Equal([Content], Files());
    }

    [Fact]
    public async Task Pieces_of_two_versions_are_found_by_their_hash_and_fetched_again_whole()
    {
        await BeginAsync(Content[1..1001], version: null);
        _server.Give(Path, Content, tag: null);

        Assert.Equal(DownloadEnd.Complete, await DownloadAsync(Wanted(Sha256)));

        Assert.Equal(["bytes=1000-", ""], _server.Asked.Select(asked => asked.Range));
        Assert.Equal([Content], Files());
    }

    [Fact]
    public async Task A_rest_that_is_of_another_version_is_not_put_behind_the_beginning_of_the_first()
    {
        await BeginAsync(Content[1..1001], version: "\"old\"");
        _server.Answer(Path, async context =>
        {
            // As a server does that does not know If-Range.
            context.Request.Headers.IfRange = default;
            await Results.Bytes(Content, enableRangeProcessing: true, entityTag: new("\"new\"")).ExecuteAsync(context);
        });

        Assert.Equal(DownloadEnd.Complete, await DownloadAsync(Wanted()));

        Assert.Equal([Content], Files());
    }

    [Fact]
    public async Task A_web_page_in_the_place_of_a_file_is_not_taken_for_it()
    {
        _server.Answer(Path, context => Results.Content("<html>Click here to download</html>", "text/html; charset=utf-8").ExecuteAsync(context));

        Assert.Equal(DownloadEnd.Refused, await DownloadAsync(Wanted()));
        Assert.Empty(Files());
    }

    [Fact]
    public async Task A_server_that_announces_more_than_it_gives_is_given_up()
    {
        _server.Answer(Path, async context =>
        {
            context.Response.ContentLength = Content.Length * 2;
            await context.Response.Body.WriteAsync(Content, context.RequestAborted);
            context.Abort();
        });

        Assert.Equal(DownloadEnd.BrokenOff, await DownloadAsync(Wanted()));
        Assert.False(File.Exists(_folder.PathTo("boot.img")));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_file_without_end_is_not_kept(bool isAnnounced)
    {
        _server.Answer(Path, async context =>
        {
            context.Response.ContentLength = isAnnounced ? Content.Length : null;
            await context.Response.Body.WriteAsync(Content, context.RequestAborted);
        });

        Assert.Equal(DownloadEnd.TooLarge, await DownloadAsync(Wanted(), new FetchLimits { MaxBytes = Content.Length - 1 }));
        Assert.Empty(Files());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Another_size_than_stated_is_not_kept(bool isAnnounced)
    {
        _server.Answer(Path, async context =>
        {
            context.Response.ContentLength = isAnnounced ? Content.Length : null;
            await context.Response.Body.WriteAsync(Content, context.RequestAborted);
        });

        Assert.Equal(DownloadEnd.OtherSize, await DownloadAsync(Wanted() with { SizeBytes = Content.Length + 1 }));
        Assert.Empty(Files());
    }

    [Fact]
    public async Task A_wrong_hash_is_fetched_once_more_and_then_not_kept()
    {
        _server.Give(Path, Content);

        Assert.Equal(DownloadEnd.OtherHash, await DownloadAsync(Wanted(new string('0', 64))));

        Assert.Equal(2, _server.Asked.Length);
        Assert.Empty(Files());
    }

    [Fact]
    public async Task A_wrong_md5_is_found_too()
    {
        _server.Give(Path, Content);

        Assert.Equal(DownloadEnd.OtherHash, await DownloadAsync(Wanted() with { Md5 = new string('0', 32) }));
    }

    [Theory]
    [InlineData(StatusCodes.Status404NotFound, "NotFound")]
    [InlineData(StatusCodes.Status410Gone, "NotFound")]
    [InlineData(StatusCodes.Status403Forbidden, "Refused")]
    [InlineData(StatusCodes.Status401Unauthorized, "Refused")]
    public async Task What_cannot_be_had_is_asked_for_once(int status, string end)
    {
        _server.Refuse(Path, status);

        Assert.Equal(end, (await DownloadAsync(Wanted())).ToString());
        Assert.Single(_server.Asked);
    }

    [Fact]
    public async Task A_busy_server_is_asked_again()
    {
        _server.Answer(Path, context =>
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            _server.Give(Path, Content);
            return Task.CompletedTask;
        });

        Assert.Equal(DownloadEnd.Complete, await DownloadAsync(Wanted()));
    }

    [Fact]
    public async Task A_server_that_falls_silent_is_given_up()
    {
        _server.Answer(Path, context => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted));

        var end = await DownloadAsync(Wanted(), new FetchLimits { Silence = TimeSpan.FromMilliseconds(200) });

        Assert.Equal(DownloadEnd.BrokenOff, end);
    }

    [Fact]
    public async Task A_download_that_never_ends_is_given_up()
    {
        _server.Answer(Path, context => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted));

        var end = await DownloadAsync(Wanted(), new FetchLimits { Longest = TimeSpan.FromMilliseconds(200) });

        Assert.Equal(DownloadEnd.TookTooLong, end);
    }

    [Fact]
    public async Task A_redirection_over_https_is_followed()
    {
        Redirect(Path, "/elsewhere.img");
        _server.Give("/elsewhere.img", Content);

        Assert.Equal(DownloadEnd.Complete, await DownloadAsync(Wanted(Sha256)));
        Assert.Equal([Content], Files());
    }

    [Theory]
    [InlineData("http://localhost/boot.img")]
    [InlineData("file:///etc/passwd")]
    [InlineData("/boot.img")]
    [InlineData("//")]
    public async Task A_redirection_away_from_https_or_in_a_circle_leads_nowhere(string target)
    {
        Redirect(Path, target);

        Assert.Equal(DownloadEnd.LedAstray, await DownloadAsync(Wanted(Sha256)));
        Assert.Empty(Files());
    }

    [Theory]
    [InlineData("https://example.org/boot.img", "https://example.org/boot.img")]
    [InlineData("http://example.org/boot.img", "https://example.org/boot.img")]
    [InlineData("ftp://example.org/boot.img", null)]
    [InlineData("file:///etc/passwd", null)]
    [InlineData("cheeseburger_dumpling", null)]
    public void Only_what_can_be_asked_over_https_is_asked(string address, string? asked) => Assert.Equal(
        asked, WantedFile.Of(new OriginFile("boot.img", FileWay.Download) { Address = address })?.Address.ToString());

    private void Redirect(string from, string to) => _server.Answer(from, context =>
    {
        context.Response.Redirect(to);
        return Task.CompletedTask;
    });

    private WantedFile Wanted(string? sha256 = null) => new("boot.img", _server.AddressOf(Path), sha256, Md5: null, SizeBytes: null);

    private async Task<DownloadEnd> DownloadAsync(WantedFile file, FetchLimits? limits = null, Action<long, long>? onProgress = null)
    {
        var quick = (limits ?? new FetchLimits()) with { Retries = 2, FirstRetry = TimeSpan.FromMilliseconds(1) };
        using var download = new FileDownload(_server.Handler(), quick, TimeProvider.System);
        return await download.RunAsync(file, _folder.Path, onProgress ?? ((_, _) => { }), Token);
    }

    // As a command that was stopped has left it.
    private async Task BeginAsync(byte[] beginning, string? version)
    {
        await File.WriteAllBytesAsync(_folder.PathTo("boot.img.part"), beginning, Token);
        if (version is not null)
        {
            await File.WriteAllTextAsync(_folder.PathTo("boot.img.part.version"), version, Token);
        }
    }

    private byte[][] Files() => [.. Directory.EnumerateFiles(_folder.Path).Select(File.ReadAllBytes)];
}
