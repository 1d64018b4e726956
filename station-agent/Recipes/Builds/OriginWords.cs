using Espero.Station.Recipes.Words;

namespace Espero.Station.Recipes.Builds;

/// <summary>The words of an origins file.</summary>
public static class OriginWords
{
    public static readonly WordTable<FileWay> Ways = new(
        ("download", FileWay.Download),
        ("by-hand", FileWay.ByHand),
        ("index", FileWay.Index),
        ("unpacked", FileWay.Unpacked),
        ("written", FileWay.Written));
}
