namespace Espero.Station.Recipes.Models;

/// <summary>Who says it: a data set and the file in it. Shown wherever a fact decides something.</summary>
/// <param name="DataSet">The data set's folder name: "lineage-wiki".</param>
/// <param name="File">The plain name of the file, or what stands for one in a set of a single file: "FP4.yml".</param>
public sealed record Origin(string DataSet, string File)
{
    public override string ToString() => $"{DataSet}/{File}";
}
