namespace Espero.Orchestrator.Dashboard.Views;

/// <summary>How a phone or a job looks at a glance: each has its own word, shape and colour. In the order in which people want to hear of them.</summary>
public enum Look
{
    /// <summary>People may be in danger beside it.</summary>
    Danger,

    ToLookAt,
    NeedsHands,
    Refused,
    Trouble,
    Unknown,
    NeedsRelease,
    Away,
    Running,
    Ready,
    Preparing,
    Later,
    Failed,
    Succeeded,
    Written,
    Cancelled,

    /// <summary>A phone nobody asked anything for.</summary>
    Idle,
}
