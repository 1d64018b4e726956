using System.Net;
using System.Text.RegularExpressions;

namespace Espero.Orchestrator.Host.Tests.Dashboard;

/// <summary>The public page "can my phone be freed?", as it comes without any JavaScript.</summary>
public sealed partial class VerdictPageTests(DashboardServer server) : IClassFixture<DashboardServer>
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("vega", "fr", "free-yes", "Oui")]
    [InlineData("Lyra Note 7", "fr", "free-later", "Oui, avec un délai")]
    [InlineData("CV-1", "fr", "free-if-open", "Seulement si déjà déverrouillé")]
    [InlineData("acme/draco", "fr", "free-no", "Non")]
    [InlineData("vega", "en", "free-yes", "Yes")]
    [InlineData("Lyra Note 7", "en", "free-later", "Yes, with a delay")]
    [InlineData("CV-1", "en", "free-if-open", "Only if already unlocked")]
    [InlineData("acme/draco", "en", "free-no", "No")]
    public async Task Each_answer_has_its_word_its_shape_and_its_own_title(string model, string language, string mark, string word)
    {
        var (status, page) = await AskAsync(language, model);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal((mark, word), (AnswerPattern().Match(page).Groups["mark"].Value, AnswerPattern().Match(page).Groups["word"].Value));
        Assert.Contains(word, TitlePattern().Match(page).Groups["title"].Value, StringComparison.Ordinal);
        Assert.Contains($"<html lang=\"{language}\">", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_without_a_question_asks_for_one_and_refuses_nothing()
    {
        var (status, page) = await AskAsync("fr", null);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("Quel téléphone ?", page, StringComparison.Ordinal);
        Assert.DoesNotContain("role=\"alert\"", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "Rien n'a été écrit. Écrivez le nom du téléphone")]
    [InlineData("   ", "Rien n'a été écrit. Écrivez le nom du téléphone")]
    [InlineData("vega\0", "Ce nom contient des caractères qu'aucun nom ne porte")]
    [InlineData("vega\n3", "Ce nom contient des caractères qu'aucun nom ne porte")]
    [InlineData("123456789 123456789 123456789 123456789 123456789 123456789 123456789 123456789 1", "en au plus 80 caractères")]
    public async Task What_is_no_name_is_refused_with_what_to_type(string typed, string sentence)
    {
        var (status, page) = await AskAsync("fr", typed);

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains(sentence, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_of_several_models_lets_the_visitor_choose()
    {
        var (_, page) = await AskAsync("fr", "gemini");

        Assert.Contains("Lequel ?", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/verdict?model=acme%2Ftwin1\">Acme Gemini (twin1)</a>", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/verdict?model=acme%2Ftwin2\">Acme Gemini (twin2)</a>", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Vega 3 Plus", "acme%2Fvegaplus")]
    [InlineData("Corvsu", "acme%2Fcorvus")]
    [InlineData("lyra 7", "xiaomi%2Flyra")]
    public async Task A_name_that_nobody_knows_is_shown_beside_those_like_it(string typed, string near)
    {
        var (_, page) = await AskAsync("fr", typed);

        Assert.Contains("Modèle inconnu", page, StringComparison.Ordinal);
        Assert.Contains($"href=\"/verdict?model={near}\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_like_no_other_has_none_beside_it()
    {
        var (status, page) = await AskAsync("fr", "zzzzzzzz");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.DoesNotContain("Des noms qui ressemblent", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Markup_in_a_name_stays_text()
    {
        using var client = server.Client("fr");
        var page = await client.GetStringAsync(Ask("<script>alert(1)</script>"), Cancelled);

        Assert.DoesNotContain("<script>", page, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_project_whose_data_is_shown_is_named_with_its_licence_and_linked()
    {
        var (_, page) = await AskAsync("fr", "vega");

        Assert.Contains("The LineageOS Project and contributors", page, StringComparison.Ordinal);
        Assert.Contains("href=\"https://creativecommons.org/licenses/by-sa/3.0/\"", page, StringComparison.Ordinal);
        Assert.Contains("/lineage_wiki/blob/main/_data/devices/vega.yml\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("UBports", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_on_the_page_leads_to_the_pages_of_the_people_who_work_here()
    {
        var (_, page) = await AskAsync("fr", "vega");

        Assert.All(
            LinkPattern().Matches(page).Select(link => link.Groups["to"].Value),
            to => Assert.Matches("^(/verdict|/assets/|https://|#)", to));
    }

    [Fact]
    public async Task An_answer_may_be_kept_for_minutes_and_a_refusal_not_at_all()
    {
        using var client = server.Client("fr");
        using var answer = await client.GetAsync(Ask("vega"), Cancelled);
        using var refusal = await client.GetAsync(Ask(""), Cancelled);

        Assert.Equal(TimeSpan.FromMinutes(5), answer.Headers.CacheControl?.MaxAge);
        Assert.Contains("Accept-Language", answer.Headers.Vary);
        Assert.True(refusal.Headers.CacheControl?.NoStore);
    }

    private async Task<(HttpStatusCode Status, string Page)> AskAsync(string language, string? model)
    {
        using var client = server.Client(language);
        using var answer = await client.GetAsync(Ask(model), Cancelled);
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancelled)).Replace('\u00a0', ' ');
        return (answer.StatusCode, page);
    }

    private static Uri Ask(string? model) =>
        new(model is null ? "/verdict" : $"/verdict?model={Uri.EscapeDataString(model)}", UriKind.Relative);

    [GeneratedRegex("<section class=\"verdict (?<mark>[a-z-]+)\".*?</svg>(?<word>[^<]+)</h2>", RegexOptions.Singleline)]
    private static partial Regex AnswerPattern();

    [GeneratedRegex("<title>(?<title>[^<]*)</title>")]
    private static partial Regex TitlePattern();

    [GeneratedRegex(" (href|action)=\"(?<to>[^\"]*)\"")]
    private static partial Regex LinkPattern();
}
