using Espero.Station.Journal;
using Espero.Station.V1;
using Google.Protobuf.WellKnownTypes;

namespace Espero.Station.Run;

/// <summary>Tells how far an attempt is, at most once a second.</summary>
internal sealed class ProgressMeter(AttemptId attempt, uint stepCount, long totalBytes, RunReports reports, TimeProvider time)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private readonly long _startedAt = time.GetTimestamp();
    private long _toldAt;
    private bool _told;
    private string _stepId = "";
    private uint _stepNumber;
    private long _stepBytes;
    private long _doneBefore;

    public void Begin(string stepId, uint stepNumber, long stepBytes)
    {
        (_stepId, _stepNumber, _stepBytes) = (stepId, stepNumber, stepBytes);
        Move(0, always: true);
    }

    public void Move(long doneBytes) => Move(doneBytes, always: false);

    public void End(long writtenBytes) => _doneBefore += writtenBytes;

    private void Move(long doneBytes, bool always)
    {
        if (!always && _told && time.GetElapsedTime(_toldAt) < Pause)
        {
            return;
        }

        (_told, _toldAt) = (true, time.GetTimestamp());
        reports.Progress(new StepProgressed
        {
            Attempt = attempt.ToKey(),
            StepId = _stepId,
            StepNumber = _stepNumber,
            StepCount = stepCount,
            DoneBytes = (ulong)doneBytes,
            TotalBytes = (ulong)_stepBytes,
            Remaining = Remaining(_doneBefore + doneBytes),
        });
    }

    // By bytes alone: what has no bytes is short.
    private Duration? Remaining(long doneBytes)
    {
        if (doneBytes <= 0 || totalBytes <= 0)
        {
            return null;
        }

        var perByte = time.GetElapsedTime(_startedAt).TotalSeconds / doneBytes;
        return TimeSpan.FromSeconds(perByte * Math.Max(0, totalBytes - doneBytes)).ToDuration();
    }
}
