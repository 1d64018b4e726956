using System.Net;

namespace Espero.Orchestrator.Host.Tests.Dashboard;

public sealed class NoModelsTests
{
    [Fact]
    public async Task Where_nothing_is_known_of_models_the_page_says_so_and_calls_no_model_unknown()
    {
        await using var server = new DashboardServer { HasModels = false };
        await server.InitializeAsync();
        using var client = server.Client("fr");

        using var answer = await client.GetAsync(new Uri("/verdict?model=vega", UriKind.Relative), TestContext.Current.CancellationToken);
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Contains("Aucune donnée sur les modèles n'est chargée ici", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Modèle inconnu", page, StringComparison.Ordinal);
    }
}
