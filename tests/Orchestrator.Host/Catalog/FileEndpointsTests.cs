using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using Espero.Orchestrator.Host.Tests.Operations;
using Espero.Orchestrator.Host.Tests.Seeding;

namespace Espero.Orchestrator.Host.Tests.Catalog;

public sealed class FileEndpointsTests(MigratedDatabase database) : IClassFixture<MigratedDatabase>
{
    private static readonly byte[] Content = [.. Enumerable.Range(0, 5000).Select(value => (byte)value)];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static string Address => $"/v1/files/{Convert.ToHexStringLower(SHA256.HashData(Content))}";

    [Fact]
    public async Task What_was_sent_comes_back_whole_and_in_ranges()
    {
        await using var host = await ApiHost.StartAsync(database.ConnectionString, Token);
        using var http = new HttpClient { BaseAddress = host.Http };

        using var sent = await http.PutAsync(Address, new ByteArrayContent(Content), Token);
        using var again = await http.PutAsync(Address, new ByteArrayContent(Content), Token);
        var whole = await http.GetByteArrayAsync(Address, Token);
        using var range = new HttpRequestMessage(HttpMethod.Get, Address) { Headers = { Range = new RangeHeaderValue(4000, null) } };
        range.Headers.IfRange = new RangeConditionHeaderValue($"\"{Address["/v1/files/".Length..]}\"");
        using var rest = await http.SendAsync(range, Token);

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.NoContent), (sent.StatusCode, again.StatusCode));
        Assert.Equal(Content, whole);
        Assert.Equal(HttpStatusCode.PartialContent, rest.StatusCode);
        Assert.Equal(Content[4000..], await rest.Content.ReadAsByteArrayAsync(Token));
    }

    [Fact]
    public async Task A_range_of_another_file_is_answered_with_the_whole_one()
    {
        await using var host = await ApiHost.StartAsync(database.ConnectionString, Token);
        using var http = new HttpClient { BaseAddress = host.Http };
        using var sent = await http.PutAsync(Address, new ByteArrayContent(Content), Token);
        using var range = new HttpRequestMessage(HttpMethod.Get, Address) { Headers = { Range = new RangeHeaderValue(4000, null) } };
        range.Headers.IfRange = new RangeConditionHeaderValue("\"another\"");

        using var answer = await http.SendAsync(range, Token);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task Bytes_with_another_hash_are_refused_and_leave_nothing()
    {
        await using var host = await ApiHost.StartAsync(database.ConnectionString, Token);
        using var http = new HttpClient { BaseAddress = host.Http };
        http.DefaultRequestHeaders.AcceptLanguage.ParseAdd("fr-FR,fr;q=0.9");

        using var answer = await http.PutAsync(Address, new ByteArrayContent([1, 2, 3]), Token);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(Token);
        Assert.Contains("il a été jeté", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(host.FilesFolder));
    }

    [Fact]
    public async Task A_full_disk_is_said_and_leaves_nothing()
    {
        await using var host = await ApiHost.StartAsync(
            database.ConnectionString, Token, ("Catalog:KeepFreeBytes", long.MaxValue.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        using var http = new HttpClient { BaseAddress = host.Http };

        using var answer = await http.PutAsync(Address, new ByteArrayContent(Content), Token);

        Assert.Equal(HttpStatusCode.InsufficientStorage, answer.StatusCode);
        Assert.Empty(Directory.GetFiles(host.FilesFolder));
    }

    [Fact]
    public async Task A_file_above_the_limit_is_refused()
    {
        await using var host = await ApiHost.StartAsync(database.ConnectionString, Token, ("Catalog:MaxFileBytes", "4999"));
        using var http = new HttpClient { BaseAddress = host.Http };

        using var answer = await http.PutAsync(Address, new ByteArrayContent(Content), Token);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    [Theory]
    [InlineData("/v1/files/..%2f..%2fetc%2fpasswd", HttpStatusCode.BadRequest)]
    [InlineData("/v1/files/0000000000000000000000000000000000000000000000000000000000000000", HttpStatusCode.NotFound)]
    public async Task What_is_not_here_is_not_found(string address, HttpStatusCode status)
    {
        await using var host = await ApiHost.StartAsync(database.ConnectionString, Token);
        using var http = new HttpClient { BaseAddress = host.Http };

        using var answer = await http.GetAsync(address, Token);

        Assert.Equal(status, answer.StatusCode);
    }
}
