using Espero.Station.Protocols.Fastboot;
using Espero.Station.Recipes.Failures;
using Espero.Station.Watch;

namespace Espero.Station.Run;

/// <summary>An attempt's hold on its phone: the port's lease, the present conversation, and the proof that it is still the same phone.</summary>
internal sealed class PhoneHand(PortLease lease, PhoneConnector connector, Plan.V1.Plan plan, AttemptLog log) : IAsyncDisposable
{
    private FastbootSession? _session;

    /// <summary>As first read; empty when the phone gives none.</summary>
    public string Serial { get; private set; } = "";

    public PhoneSight Sight { get; private set; } = new();

    /// <summary>A reboot was sent: only await-mode may find the phone again.</summary>
    public bool IsAway { get; private set; }

    public PortAddress Port => lease.Port.Address;

    /// <summary>Null while there is no conversation.</summary>
    public FastbootSession? Session => _session is { End: null } session ? session : null;

    /// <summary>Connects for the first time and takes down who it is: nobody but the phone that was matched will do.</summary>
    public async Task<StepEnd> MeetAsync(string expectedSerial, CancellationToken cancellationToken)
    {
        var end = await ConnectAsync(cancellationToken);
        if (!end.LetsGoOn)
        {
            return end;
        }

        Serial = Sight.Serial;
        log.Hide(Serial);
        return expectedSerial.Length > 0 && expectedSerial == Serial
            ? StepEnd.Done
            : StepEnd.Failed(FailureCode.PhoneChanged, "The phone on the port is not the one that was matched.");
    }

    /// <summary>Connects again and makes sure that it is the phone of the beginning.</summary>
    public async Task<StepEnd> MeetAgainAsync(CancellationToken cancellationToken)
    {
        var end = await ConnectAsync(cancellationToken);
        if (!end.LetsGoOn)
        {
            return end;
        }

        IsAway = false;
        return Sight.Serial == Serial ? StepEnd.Done : StepEnd.PhoneChanged;
    }

    /// <summary>Asks again who it is, in the conversation that goes on.</summary>
    public async Task<StepEnd> CheckSameAsync(CancellationToken cancellationToken)
    {
        if (Session is not { } session)
        {
            return StepEnd.Failed(FailureCode.CableLost, "The conversation with the phone had ended.");
        }

        var serial = await session.GetVarAsync("serialno", cancellationToken);
        return !serial.Succeeded ? PhoneErrors.ToStepEnd(serial.Error)
            : (serial.Value ?? "") == Serial ? StepEnd.Done
            : StepEnd.PhoneChanged;
    }

    /// <summary>Reads all facts anew, after something may have changed them.</summary>
    public async Task<StepEnd> LookAsync(CancellationToken cancellationToken)
    {
        if (Session is not { } session)
        {
            return StepEnd.Failed(FailureCode.CableLost, "The conversation with the phone had ended.");
        }

        var look = await PlanLook.AskAsync(session, plan, cancellationToken);
        if (!look.Succeeded)
        {
            return PhoneErrors.ToStepEnd(look.Error);
        }

        Sight = look.Value;
        return StepEnd.Done;
    }

    public void ExpectAway() => IsAway = true;

    public async ValueTask DisposeAsync()
    {
        await HangUpAsync();
        lease.Dispose();
    }

    private async Task<StepEnd> ConnectAsync(CancellationToken cancellationToken)
    {
        await HangUpAsync();
        var connected = await connector.ConnectAsync(Port, text => log.Write("phone: " + text), cancellationToken);
        if (!connected.Succeeded)
        {
            return PhoneErrors.ToStepEnd(connected.Error);
        }

        _session = connected.Value;
        return await LookAsync(cancellationToken);
    }

    private async Task HangUpAsync()
    {
        if (_session is { } session)
        {
            _session = null;
            await session.DisposeAsync();
        }
    }
}
