using Espero.Station.Recipes.Asks;
using Espero.Station.Recipes.Models;
using Espero.Station.Recipes.Source;

namespace Espero.Station.Recipes.Importing.OpenAndroid;

/// <summary>What a page without a command asks, in the page's own words beneath our sentence.</summary>
internal static class OpenAndroidAsks
{
    public static SourceMap Of(SourceMap page) => HandSteps.Ask(page, AskCodes.FollowTheSource, Needs(page), words: Words(page));

    /// <summary>A wiped phone is set up again, so that it can be talked to.</summary>
    public static SourceMap SetUpAgain(SourceMap page) => HandSteps.Ask(page, AskCodes.UsbDebugging, "touch", words: Words(page));

    public static string? Words(SourceMap page) => page.Text("content");

    // A page with a link sends people to the maker's site, where an account waits.
    private static IEnumerable<string> Needs(SourceMap page)
    {
        if (page.Text("link") is not null)
        {
            yield return "account";
        }

        if (SimWords.Ask(Words(page)))
        {
            yield return "sim";
        }
    }
}
