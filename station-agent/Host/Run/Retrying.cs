using Espero.Plan.V1;
using Espero.Station.Domain.Flashing.Retries;
using Espero.Station.Recipes.Failures;

namespace Espero.Station.Run;

/// <summary>
/// Does again what failed, by the rule of its class: at once, after the phone was made ready for it, or once a person has helped.
/// </summary>
internal sealed class Retrying(IHands hands, AttemptLog log, TimeProvider time)
{
    /// <param name="askId">The beginning of the names of what people are asked for.</param>
    /// <param name="mayAsk">False for a class after which something better than a person comes.</param>
    /// <param name="carryOut">Told how often it was done before.</param>
    /// <param name="makeReady">Called before every further try, once a pause or a person's work is over.</param>
    public async Task<StepEnd> RunAsync(
        string askId,
        Func<string, bool> mayAsk,
        Func<int, CancellationToken, Task<StepEnd>> carryOut,
        Func<RetryMove, CancellationToken, Task<StepEnd>> makeReady,
        CancellationToken cancellationToken)
    {
        var startedAt = time.GetTimestamp();
        for (var retries = 0; ; retries++)
        {
            var end = await carryOut(retries, cancellationToken);
            if (end.Kind is not StepEndKind.Failed)
            {
                return end;
            }

            var move = RetryPolicy.Decide(end.FailureClass, retries, time.GetElapsedTime(startedAt), RetryBudget.Usual);
            if (move.Kind is RetryMoveKind.End || (move.Kind is RetryMoveKind.WaitForHands && !(mayAsk(end.FailureClass) && hands.CanBeAsked)))
            {
                return end;
            }

            log.Write($"{end.FailureClass} ({end.Detail}); trying again: {move.Kind}");
            if (!move.Parks)
            {
                await Task.Delay(move.Pause, time, cancellationToken);
            }
            else if (await ParkAsync($"{askId}/{retries + 1}", end.FailureClass, move, cancellationToken))
            {
                startedAt = time.GetTimestamp();
            }
            else
            {
                return end;
            }

            var ready = await makeReady(move, cancellationToken);
            if (!ready.LetsGoOn)
            {
                return WorseOf(ready, end);
            }
        }
    }

    // True when another try makes sense.
    private async Task<bool> ParkAsync(string askId, string failureClass, RetryMove move, CancellationToken cancellationToken)
    {
        var ask = new Ask { SentenceCode = failureClass, Needs = { Ask.Types.Need.Touch } };
        await hands.NeedAsync(askId, ask, move.Pause, cancellationToken);
        var saidBy = await SaidAsync(askId, move.Pause, cancellationToken);
        var makesSense = saidBy is not null || move.Kind is RetryMoveKind.Rest;
        if (makesSense)
        {
            await hands.DoneAsync(askId, saidBy ?? "", cancellationToken);
        }

        await hands.GoOnAsync(cancellationToken);
        return makesSense;
    }

    // Null when nobody said so in time.
    private async Task<string?> SaidAsync(string askId, TimeSpan within, CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(within, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        try
        {
            return await hands.SaidAsync(askId, either.Token);
        }
        catch (OperationCanceledException) when (late.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    // That a phone did not come back tells less than why it went away, unless it is gone or another one.
    private static StepEnd WorseOf(StepEnd ready, StepEnd first) =>
        ready.Kind is not StepEndKind.Failed || ready.FailureClass is FailureCode.PhoneUnplugged ? ready : first;
}
