namespace Espero.Station.Recipes.Failures;

/// <summary>When in an attempt a failure shows itself.</summary>
public enum FailureStage
{
    /// <summary>The phone is looked for and spoken to.</summary>
    Connect,

    /// <summary>It is found out which phone it is.</summary>
    Identify,

    /// <summary>The build's files come to the station.</summary>
    Fetch,

    /// <summary>The plan is checked, before the point of no return.</summary>
    Check,

    /// <summary>The bootloader is unlocked.</summary>
    Unlock,

    /// <summary>The phone is written.</summary>
    Write,

    /// <summary>The new system starts.</summary>
    Boot,

    /// <summary>The bootloader is locked again.</summary>
    Relock,

    /// <summary>It belongs to no stage.</summary>
    AtAnyTime,
}
