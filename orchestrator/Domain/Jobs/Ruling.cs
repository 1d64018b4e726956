namespace Espero.Orchestrator.Domain.Jobs;

/// <summary>What to do with a trigger.</summary>
public enum Ruling
{
    /// <summary>Take the new state, in the commit that records why.</summary>
    Move,

    /// <summary>Late news about an ended job: store it, change nothing.</summary>
    Ignore,

    /// <summary>It cannot happen in this state: tell whoever asked.</summary>
    Refuse,
}
