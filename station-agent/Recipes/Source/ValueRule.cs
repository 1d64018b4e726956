using System.Text.RegularExpressions;
using Espero.Station.Recipes.Words;

namespace Espero.Station.Recipes.Source;

/// <summary>How a text must look, and how that is said to people.</summary>
internal sealed record ValueRule(Regex Pattern, Sentence Wanted);
