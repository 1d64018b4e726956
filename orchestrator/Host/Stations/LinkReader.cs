using System.Threading.Channels;
using Espero.Orchestrator.Ledger;
using Espero.Orchestrator.Links;
using Espero.Station.V1;
using Grpc.Core;

namespace Espero.Orchestrator.Stations;

/// <summary>Reads one link and sorts what comes into its lane: facts, signals, questions. Waits for nothing but the stream.</summary>
internal sealed partial class LinkReader(FactInbox inbox, LiveBoard board, ChangeFeed feed, ILogger<LinkReader> logger)
{
    public async Task ReadAsync(
        Seat seat, IAsyncStreamReader<LinkRequest> requests, ChannelWriter<LinkRequest> questions, CancellationToken cancellationToken)
    {
        while (await requests.MoveNext(cancellationToken))
        {
            seat.Heard();
            var request = requests.Current;
            switch (request.BodyCase)
            {
                case LinkRequest.BodyOneofCase.Fact:
                    Leave(seat, request.Fact);
                    break;
                case LinkRequest.BodyOneofCase.StepProgressed:
                    Show(request.StepProgressed);
                    break;
                case LinkRequest.BodyOneofCase.PortsSeen:
                case LinkRequest.BodyOneofCase.PortChanged:
                case LinkRequest.BodyOneofCase.AttemptAccepted:
                case LinkRequest.BodyOneofCase.AttemptDeclined:
                    if (!questions.TryWrite(request))
                    {
                        return; // the database is too slow for this station: the next link starts with a whole picture
                    }

                    break;
                default:
                    break; // a heartbeat, or a kind that a newer station sends
            }
        }
    }

    private void Leave(Seat seat, Fact fact)
    {
        if (fact.ToStationFact(seat.Station) is not { } stationFact)
        {
            LogUnreadable(logger, seat.Station.StationId, fact.Sequence);
            return;
        }

        inbox.TryLeave(stationFact); // full means dropped: what is not recorded is sent again
    }

    private void Show(StepProgressed progressed)
    {
        if (progressed.ToProgress() is { } progress)
        {
            board.Show(progress);
            feed.Changed();
        }
    }

    [LoggerMessage(1004, LogLevel.Error, "Fact {Sequence} of station {Station} cannot be read; its journal stays where it is until this program is newer")]
    private static partial void LogUnreadable(ILogger logger, string station, ulong sequence);
}
