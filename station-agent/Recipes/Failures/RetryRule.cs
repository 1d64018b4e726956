namespace Espero.Station.Recipes.Failures;

/// <summary>Whether the step may be tried again inside the same attempt.</summary>
public enum RetryRule
{
    /// <summary>At once, by itself.</summary>
    Safe,

    /// <summary>By itself, after the phone was brought back to a known mode.</summary>
    AfterKnownMode,

    /// <summary>Only after a person has acted.</summary>
    AfterHands,

    /// <summary>Never by itself: the same again would fail again, or do harm.</summary>
    Never,
}
