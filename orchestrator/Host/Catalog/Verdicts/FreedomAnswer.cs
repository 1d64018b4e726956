namespace Espero.Orchestrator.Catalog.Verdicts;

/// <summary>Whether a phone can get a free system.</summary>
internal enum FreedomAnswer
{
    Yes,

    /// <summary>Its maker must be asked first, or lets one wait.</summary>
    YesWithDelay,

    /// <summary>Nobody can unlock it any more; one that is unlocked already can be written.</summary>
    OnlyIfUnlocked,

    No,

    /// <summary>No data set knows the model: nothing will be done to it.</summary>
    Unknown,
}
