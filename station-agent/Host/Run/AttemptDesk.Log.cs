using Espero.Station.Journal;
using Microsoft.Extensions.Logging;
using Reason = Espero.Station.V1.AttemptDeclined.Types.Reason;

namespace Espero.Station.Run;

/// <content>What the desk says.</content>
internal sealed partial class AttemptDesk
{
    [LoggerMessage(4001, LogLevel.Warning, "Attempt {Attempt} was found begun and not ended, in step {StepId}. It was called interrupted and does not run again.")]
    private static partial void LogFoundInterrupted(ILogger logger, AttemptId attempt, string stepId);

    [LoggerMessage(4002, LogLevel.Warning, "Attempt {Attempt} was declined: {Reason}.")]
    private static partial void LogDeclined(ILogger logger, AttemptId attempt, Reason reason);

    [LoggerMessage(4003, LogLevel.Information, "Attempt {Attempt} was withdrawn and forgotten.")]
    private static partial void LogWithdrawn(ILogger logger, AttemptId attempt);

    [LoggerMessage(4004, LogLevel.Warning, "Attempt {Attempt} was granted, but had begun before or was never taken. Nothing began.")]
    private static partial void LogNotHere(ILogger logger, AttemptId attempt);

    [LoggerMessage(4005, LogLevel.Information, "Attempt {Attempt} was to be cancelled, but had passed the point of no return. It went on.")]
    private static partial void LogTooLate(ILogger logger, AttemptId attempt);

    [LoggerMessage(4006, LogLevel.Warning, "An order was dropped because too many were waiting. The orchestrator says it again.")]
    private static partial void LogOrderDropped(ILogger logger);

    // 4007 is TaskKeeper's.

    [LoggerMessage(4008, LogLevel.Information, "Attempt {Attempt} was granted while the station was stopping. It did not begin; the station asks again at its next start.")]
    private static partial void LogClosed(ILogger logger, AttemptId attempt);

    [LoggerMessage(4009, LogLevel.Error, "An order could not be carried out and was passed over. The orchestrator says it again.")]
    private static partial void LogOrderFailed(ILogger logger, Exception exception);
}
