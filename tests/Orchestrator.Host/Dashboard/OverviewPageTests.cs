using System.Net;

namespace Espero.Orchestrator.Host.Tests.Dashboard;

public sealed class OverviewPageTests(DashboardServer server) : IClassFixture<DashboardServer>, IAsyncLifetime
{
    private static readonly SemaphoreSlim Once = new(1);
    private static SeededScene? _scene;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await Once.WaitAsync(Cancelled);
        _scene ??= await SeededScene.CreateAsync(server, Cancelled);
        Once.Release();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("fr-FR,fr;q=0.9,en;q=0.8", "<html lang=\"fr\">", "Postes et prises")]
    [InlineData("en-GB,en;q=0.9,fr;q=0.5", "<html lang=\"en\">", "Stations and ports")]
    [InlineData("de", "<html lang=\"fr\">", "Postes et prises")]
    [InlineData("fr;q=0.8,en;q=0.8", "<html lang=\"fr\">", "Postes et prises")]
    public async Task A_page_speaks_the_reader_s_language_and_french_when_in_doubt(string wanted, string tag, string heading)
    {
        var page = await ReadAsync("/", wanted);

        Assert.Contains(tag, page);
        Assert.Contains(heading, page);
    }

    [Fact]
    public async Task The_first_sentence_says_what_is_going_on()
    {
        var page = await ReadAsync("/", "fr");

        Assert.Contains("9 téléphones branchés\u00a0: 1 en cours, 1 à regarder, 1 attend un feu vert, 3 ratés", page);
    }

    [Fact]
    public async Task Written_and_succeeded_are_different_words_with_different_shapes()
    {
        var page = await ReadAsync("/", "fr");

        Assert.Contains("class=\"badge succeeded\"", page);
        Assert.Contains("réussi, vu en marche", page);
        Assert.Contains("class=\"badge written\"", page);
        Assert.Contains("écrit, non vérifié", page);
    }

    [Fact]
    public async Task A_silent_station_says_since_when()
    {
        Assert.Contains("plus de nouvelles depuis 3 min", await ReadAsync("/", "fr"));
    }

    [Fact]
    public async Task A_running_attempt_shows_how_far_it_is()
    {
        Assert.Contains("étape 4 sur 9\u00a0: flash-system", await ReadAsync("/", "fr"));
    }

    [Fact]
    public async Task A_failure_says_what_happened_and_who_acts()
    {
        var page = await ReadAsync("/", "en");

        Assert.Contains("The connection to the phone broke while it was being written.", page);
        Assert.Contains("The person at the station acts.", page);
    }

    [Theory]
    [InlineData("fr")]
    [InlineData("en")]
    public async Task No_word_of_the_engine_room_reaches_a_screen(string language)
    {
        var pages = await ReadAsync("/", language) + await ReadAsync($"/jobs/{_scene!.FailedJob}", language);

        Assert.DoesNotMatch("(?i)epoch|lease\\b(?<!re-?lease)|ledger|granted|idempoten", System.Text.RegularExpressions.Regex.Replace(pages, "<[^>]*>", " "));
    }

    [Fact]
    public async Task A_job_s_page_shows_steps_events_and_the_end_of_the_log()
    {
        var page = await ReadAsync($"/jobs/{_scene!.FailedJob}", "fr");

        Assert.Contains("flash-system", page);
        Assert.Contains("2 min 11 s", page);
        Assert.Contains("le poste n'a plus donné de nouvelles", page);
        Assert.Contains("read error on bulk in", page);
    }

    [Fact]
    public async Task An_unknown_job_is_said_and_not_found()
    {
        using var client = server.Client("fr");
        using var answer = await client.GetAsync(new Uri($"/jobs/{Guid.CreateVersion7()}", UriKind.Relative), Cancelled);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("Cette page n'existe pas", WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancelled)));
    }

    [Fact]
    public async Task Nothing_from_elsewhere_may_run_in_a_page()
    {
        using var client = server.Client("fr");
        using var answer = await client.GetAsync(new Uri("/", UriKind.Relative), Cancelled);

        Assert.Contains("default-src 'self'", answer.Headers.GetValues("Content-Security-Policy").Single());
        Assert.DoesNotMatch("https?://|style=|<script(?! src=\"/assets)", await answer.Content.ReadAsStringAsync(Cancelled));
    }

    private async Task<string> ReadAsync(string path, string language)
    {
        using var client = server.Client(language);
        return WebUtility.HtmlDecode(await client.GetStringAsync(new Uri(path, UriKind.Relative), Cancelled));
    }
}
