using System.Collections.Immutable;
using Espero.Station.Recipes.Models;
using Espero.Station.Recipes.Source;

namespace Espero.Station.Recipes.Importing.Eos;

/// <summary>One thing that the wizard does or asks: a command of a page, or the page itself.</summary>
/// <param name="Page">On which it stands.</param>
/// <param name="Words">Of the command; empty for what the page asks of a person.</param>
internal sealed record EosItem(SourceMap Page, ImmutableArray<string> Words)
{
    public string PageId => Page.Text("id") ?? "";

    public bool IsAsked => Page.Flag("needUserGesture") is true;

    public bool IsAsk => Words.IsEmpty;

    public string Command => string.Join(' ', Words);

    /// <summary>"flashing unlock goto_flashing": an open phone goes on at that page.</summary>
    public bool OpensBootloader => Words is ["flashing", "unlock", ..] or ["oem", "unlock"];

    public bool Writes => Words is ["flash" or "erase" or "format" or "sideload", ..];

    /// <summary>In the order in which they are done.</summary>
    public static ImmutableArray<EosItem> Of(IEnumerable<SourceMap> pages) => [.. pages.SelectMany(Of)];

    private static IEnumerable<EosItem> Of(SourceMap page)
    {
        var commands = page.Texts("command");
        foreach (var command in commands)
        {
            yield return new EosItem(page, [.. command.Split(' ', StringSplitOptions.RemoveEmptyEntries)]);
        }

        if (commands.IsEmpty)
        {
            yield return new EosItem(page, []);
        }
    }
}
