using Espero.Station.Recipes.Failures;

namespace Espero.Station.Run;

/// <summary>
/// Which failures of a write are worth the same write again: those where the wire broke, not those where the phone said no. A
/// partition is written from its beginning again, which is harmless (flashing a partition is idempotent).
/// </summary>
internal sealed class StepRetry(TimeProvider time)
{
    private const int MaxRetries = 2;
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(10);
    private readonly long _startedAt = time.GetTimestamp();
    private int _retries;

    public bool Allows(StepEnd end) =>
        end.Kind is StepEndKind.Failed
        && end.FailureClass is FailureCode.CableLost or FailureCode.PhoneSilent or FailureCode.ProtocolNonsense
        && time.GetElapsedTime(_startedAt) < Limit
        && _retries++ < MaxRetries;
}
