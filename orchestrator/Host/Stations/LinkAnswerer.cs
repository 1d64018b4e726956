using System.Threading.Channels;
using Espero.Orchestrator.Database;
using Espero.Orchestrator.Dispatch;
using Espero.Orchestrator.Fleet;
using Espero.Orchestrator.Links;
using Espero.Station.V1;
using Microsoft.Extensions.Options;

namespace Espero.Orchestrator.Stations;

/// <summary>Answers what one station asks, in order: whose phone is on which port, and may it begin.</summary>
internal sealed class LinkAnswerer(
    PortStore ports,
    MarkHasher marks,
    GrantStore grants,
    LeaseStore leases,
    OrderBook orders,
    WakeSignal wake,
    ChangeFeed feed,
    IOptions<DispatchOptions> options)
{
    private static readonly TimeSpan PauseForAPerson = TimeSpan.FromHours(1);

    public async Task AnswerAsync(Seat seat, Hello hello, ChannelReader<LinkRequest> questions, CancellationToken cancellationToken)
    {
        orders.Forget(seat.Station.StationId);
        await leases.FoundRunningAsync(seat.Station.StationId, hello.ToRunning(), cancellationToken);
        wake.Wake();
        await foreach (var question in questions.ReadAllAsync(cancellationToken))
        {
            await AnswerAsync(seat, question, cancellationToken);
        }
    }

    private async Task AnswerAsync(Seat seat, LinkRequest question, CancellationToken cancellationToken)
    {
        var stationId = seat.Station.StationId;
        switch (question.BodyCase)
        {
            case LinkRequest.BodyOneofCase.PortsSeen:
                await TellAsync(
                    seat, await ports.ShowAllAsync(stationId, question.PortsSeen.ToSeenPorts(marks), cancellationToken), cancellationToken);
                feed.Changed();
                break;
            case LinkRequest.BodyOneofCase.PortChanged when question.PortChanged.Port is { } port:
                await TellAsync(seat, await ports.ShowAsync(stationId, port.ToSeenPort(marks), cancellationToken), cancellationToken);
                feed.Changed();
                break;
            case LinkRequest.BodyOneofCase.AttemptAccepted when question.AttemptAccepted.Attempt.ToKey() is var (jobId, epoch):
                // A grant is in no row that Dispatch says again: it waits for its place, and a link that ends asks anew.
                await seat.Orders.WriteAsync(await grants.AcceptedAsync(stationId, jobId, epoch, cancellationToken), cancellationToken);
                break;
            case LinkRequest.BodyOneofCase.AttemptDeclined when question.AttemptDeclined.Attempt.ToKey() is var (jobId, epoch):
                await DeclinedAsync(stationId, jobId, epoch, question.AttemptDeclined.Reason, cancellationToken);
                break;
            default:
                break; // a question without a subject
        }
    }

    private Task DeclinedAsync(
        string stationId, Guid jobId, long epoch, AttemptDeclined.Types.Reason reason, CancellationToken cancellationToken) =>
        reason is AttemptDeclined.Types.Reason.JobTooOld
            ? grants.DeclinedAsync(stationId, jobId, epoch, reason.ToString(), JobAlerts.TooOld, PauseForAPerson, cancellationToken)
            : grants.DeclinedAsync(stationId, jobId, epoch, reason.ToString(), alert: null, options.Value.PauseAfterDecline, cancellationToken);

    private static async Task TellAsync(Seat seat, IReadOnlyList<MatchedPort> matched, CancellationToken cancellationToken)
    {
        foreach (var port in matched)
        {
            await seat.Orders.WriteAsync(new StationOrder.PhoneMatched(port.Path, port.PhoneId), cancellationToken);
        }
    }
}
