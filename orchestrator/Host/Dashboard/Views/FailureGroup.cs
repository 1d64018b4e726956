namespace Espero.Orchestrator.Dashboard.Views;

/// <summary>Phones that failed the same way.</summary>
/// <param name="Key">Unique on the page, for ids.</param>
/// <param name="IsAlarm">People may be in danger.</param>
public sealed record FailureGroup(
    string Key, bool IsAlarm, string WhatHappened, string Why, string WhatToDo, string WhoActs, IReadOnlyList<FailureLine> Lines);
