using System.Collections.Immutable;

namespace Espero.Station.Recipes.Native;

/// <summary>Tells formats by the names that their makers give the files.</summary>
public static class NativeFormats
{
    /// <summary>
    /// What such a file does not say and a plan needs: the model, proven by two sources. Keys as in the head of a recipe, and "leave".
    /// </summary>
    public const string ModelFileName = "model.yaml";

    public const string AndroidInfoFileName = "android-info.txt";

    public const string FastbootInfoFileName = "fastboot-info.txt";

    /// <summary>Null for a recipe of Espero's own format.</summary>
    public static NativeFormat? Of(string path) => Path.GetFileName(path) switch
    {
        "script.txt" => NativeFormat.Script,
        FastbootInfoFileName => NativeFormat.FastbootInfo,
        "flashfile.xml" or "servicefile.xml" => NativeFormat.Flashfile,
        _ => null,
    };

    internal static ImmutableArray<string> Beside(NativeFormat format) => format switch
    {
        NativeFormat.Script or NativeFormat.FastbootInfo => [ModelFileName, AndroidInfoFileName],
        NativeFormat.Flashfile => [ModelFileName],
    };
}
