using Espero.Station.Recipes.Failures;
using Espero.Station.Watch;

namespace Espero.Station.Run;

/// <summary>Connects with the phone on a port and has it say all that a plan's checks need.</summary>
internal static class Meeting
{
    private const int Tries = 3;

    /// <summary>
    /// The conversation is the caller's to end. A connection that breaks again and again before a phone has said who it is has a bad
    /// cable.
    /// </summary>
    public static async Task<TalkResult<(PhoneTalk Talk, PhoneSight Sight)>> BeginAsync(
        PhoneConnector connector, PortAddress port, Plan.V1.Plan plan, Action<string> onMessage, CancellationToken cancellationToken)
    {
        for (var left = Tries - 1; ; left--)
        {
            var connected = await connector.ConnectAsync(port, onMessage, cancellationToken);
            if (!connected.Succeeded)
            {
                return connected.Error;
            }

            var look = await PlanLook.AskAsync(connected.Value, plan, cancellationToken);
            if (look.Succeeded)
            {
                return (connected.Value, look.Value);
            }

            await connected.Value.DisposeAsync();
            if (look.Error.FailureClass is not FailureCode.CableLost)
            {
                return look.Error;
            }

            if (left == 0)
            {
                return new TalkError(
                    FailureCode.CableFaulty,
                    $"The connection broke {Tries} times before the phone had said who it is: {look.Error.Text}");
            }
        }
    }
}
