using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Threading.Channels;
using Espero.Station.Journal;
using Espero.Station.V1;

namespace Espero.Station.Run;

/// <summary>
/// Answers and signals for whoever is linked. Best effort: acceptances are said again after every Welcome, progress is replaced by
/// newer progress. Facts go by the journal.
/// </summary>
internal sealed class RunReports
{
    private const int MaxAnswers = 256;

    private readonly ConcurrentDictionary<AttemptId, StepProgressed> _progress = new();
    private readonly Channel<LinkRequest> _answers = Channel.CreateBounded<LinkRequest>(
        new BoundedChannelOptions(MaxAnswers) { FullMode = BoundedChannelFullMode.DropOldest });

    /// <summary>Beats when there is something to take.</summary>
    public Pulse Changed { get; } = new();

    public void Accept(AttemptId attempt) =>
        Answer(new LinkRequest { AttemptAccepted = new AttemptAccepted { Attempt = attempt.ToKey() } });

    public void Decline(AttemptId attempt, AttemptDeclined.Types.Reason reason) =>
        Answer(new LinkRequest { AttemptDeclined = new AttemptDeclined { Attempt = attempt.ToKey(), Reason = reason } });

    public void Progress(StepProgressed progress)
    {
        _progress[AttemptId.From(progress.Attempt)] = progress;
        Changed.Beat();
    }

    public bool TryTakeAnswer([NotNullWhen(true)] out LinkRequest? answer) => _answers.Reader.TryRead(out answer);

    /// <summary>The newest progress of each attempt that moved since the last call.</summary>
    public IEnumerable<StepProgressed> TakeProgress()
    {
        foreach (var attempt in _progress.Keys)
        {
            if (_progress.TryRemove(attempt, out var progress))
            {
                yield return progress;
            }
        }
    }

    private void Answer(LinkRequest answer)
    {
        _answers.Writer.TryWrite(answer);
        Changed.Beat();
    }
}
