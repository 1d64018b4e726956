namespace Espero.Station.Recipes.Vocabulary;

/// <summary>What a key of a step holds, and so how its text is read and checked.</summary>
public enum KeyKind
{
    /// <summary>One file of the build.</summary>
    File,

    /// <summary>One or more files of the build.</summary>
    Files,

    /// <summary>A partition that is known or declared, without the slot's suffix, and not one of the never-write class.</summary>
    Partition,

    /// <summary>One of <see cref="VerbKey.Choices"/>.</summary>
    Choice,

    /// <summary>Some of <see cref="VerbKey.Choices"/>.</summary>
    Choices,

    /// <summary>"true" or "false".</summary>
    Flag,

    /// <summary>A number and its unit, "60s", "5m" or "2h", between <see cref="VerbKey.Shortest"/> and <see cref="VerbKey.Longest"/>.</summary>
    Duration,

    /// <summary>Bytes: a whole number, or one with KiB, MiB or GiB.</summary>
    Size,

    /// <summary>Free text of at most <see cref="VerbKey.MaxLength"/> characters.</summary>
    Text,

    /// <summary>A kebab-case word: the code of a sentence or of a picture, a checkpoint's name.</summary>
    Code,

    /// <summary>An absolute path on the phone, below one of the folders that a recipe may write to.</summary>
    PathOnPhone,

    /// <summary>Questions about facts of the phone; all must hold.</summary>
    Tests,

    /// <summary>What comes out of an archive: a path inside it and the file of the build it must be.</summary>
    Members,
}
