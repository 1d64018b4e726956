using Espero.Station.Recipes.Models;
using Espero.Station.Recipes.Source;

namespace Espero.Station.Recipes.Importing;

/// <summary>What an importer has beside the file itself.</summary>
/// <param name="FileName">Of the file; messages and models are found by it.</param>
/// <param name="Book">What all data sets say about models.</param>
/// <param name="Errors">For what the file says and Espero cannot.</param>
internal sealed record ImportScope(string FileName, ModelBook Book, ErrorList Errors);
