using Espero.Operations.V1;
using Espero.Orchestrator.Host.Tests.Operations;
using Espero.Orchestrator.Host.Tests.Seeding;

namespace Espero.Cli.Tests;

/// <summary>espero unknown-models against a real orchestrator that knows a few models.</summary>
public sealed class UnknownModelsTests(MigratedDatabase database) : IClassFixture<MigratedDatabase>, IAsyncLifetime
{
    private readonly FewModels _models = new();
    private ApiHost _host = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _host = await ApiHost.StartAsync(database.ConnectionString, Token, ("Catalog:ModelsFolder", _models.Folder));
        await AddAsync("7KQ2ZD", "never-seen");
        await AddAsync("8KQ2ZD", "sunfish");
        await AddAsync("9KQ2ZD", "elsewhere");
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        _models.Dispose();
    }

    [Fact]
    public async Task What_the_data_knows_by_now_is_listed_only_when_asked_for_and_named_as_it_is_known()
    {
        var usual = await RunAsync("unknown-models");
        var whole = await RunAsync("unknown-models", "--known");

        Assert.Contains("7KQ2ZD  never-seen", usual.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("8KQ2ZD", usual.Output, StringComparison.Ordinal);
        Assert.Contains("CONNU COMME", whole.Output, StringComparison.Ordinal);
        Assert.Contains("google/sunfish", whole.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_looks_after_a_model_takes_it_off_the_list_and_is_named_with_those_looked_after()
    {
        var handled = await RunAsync("unknown-models", "handled", "9kq 2zd", "--by", "Camille Durand");

        Assert.Contains("Camille Durand s'en occupe.", handled.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("9KQ2ZD", (await RunAsync("unknown-models")).Output, StringComparison.Ordinal);
        Assert.Contains("Camille Durand", (await RunAsync("unknown-models", "--handled")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_that_nobody_has_is_refused_with_what_to_do()
    {
        var refused = await RunAsync("unknown-models", "handled", "ZZZZZZ", "--by", "Camille Durand");

        Assert.Equal(ExitCode.NotFound, refused.ExitCode);
        Assert.Contains("Faites-le relire", refused.Talk, StringComparison.Ordinal);
    }

    [Fact]
    public async Task REST_gives_the_list_in_pages()
    {
        using var http = new HttpClient { BaseAddress = _host.Http };
        var codes = new List<string>();
        var token = "";
        do
        {
            var page = ListUnknownModelsResponse.Parser.ParseJson(await http.GetStringAsync(
                $"/v1/unknown-models?with_known=true&with_handled=true&page_size=1&page_token={token}", Token));
            codes.AddRange(page.Models.Select(model => model.Code));
            token = page.NextPageToken;
        }
        while (token.Length > 0);

        Assert.Equal(["7KQ2ZD", "8KQ2ZD", "9KQ2ZD"], codes.Order());
    }

    private Task<CliRun> RunAsync(params string[] arguments) => CliRun.RunAsync(_host.Grpc, "fr", typed: null, arguments);

    private Task AddAsync(string code, string product) => database.RunAsync(
        """
        insert into unknown_model (code, identity, facts, first_asked_at, last_asked_at)
        values ($1, $2, jsonb_build_object('getvar.product', $2), now(), now()) on conflict do nothing
        """,
        code, product);
}
