using Espero.Station.Recipes.Models;

namespace Espero.Station.Recipes.Importing;

/// <summary>Finds the model that a file of a data set is about.</summary>
internal static class ImportedModel
{
    /// <summary>Null when the book does not know the file.</summary>
    public static ModelFacts? Find(ImportScope scope, string dataSet) => scope.Book.Find(new Origin(dataSet, scope.FileName));
}
