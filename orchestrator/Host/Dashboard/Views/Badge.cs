using Espero.Orchestrator.Dashboard.Texts;
using Espero.Orchestrator.Database;

namespace Espero.Orchestrator.Dashboard.Views;

/// <summary>A look, ready to be shown.</summary>
/// <param name="Mark">Names its shape in icons.svg and its colour in site.css.</param>
public sealed record Badge(string Mark, string Word)
{
    internal static Badge Of(Look look, PageLanguage language) => new(Words.Of(look), language.Say(LookWords.Word(look)));
}
