using Espero.Orchestrator.Answers;

namespace Espero.Orchestrator.Jobs;

/// <summary>What every wish must say about the person behind it.</summary>
internal static class PersonRules
{
    private const int MinNameLength = 2;
    private const int MaxNameLength = 100;
    private const int MaxReasonLength = 500;

    public static Refusal? CheckName(string name) =>
        name.Trim().Length is < MinNameLength or > MaxNameLength ? JobRefusals.NoName() : null;

    public static Refusal? CheckReason(string reason) =>
        reason.Trim().Length is 0 or > MaxReasonLength ? JobRefusals.NoReason() : null;
}
