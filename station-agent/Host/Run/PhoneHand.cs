using Espero.Station.Domain.Flashing;
using Espero.Station.Domain.Flashing.Preflight;
using Espero.Station.Domain.Phones;
using Espero.Station.Protocols.Fastboot;
using Espero.Station.Recipes.Failures;
using Espero.Station.Watch;

namespace Espero.Station.Run;

/// <summary>An attempt's hold on its phone: the port's lease, the present conversation, and the proof that it is still the same phone.</summary>
internal sealed class PhoneHand(PortLease lease, PhoneConnector connector, Plan.V1.Plan plan, AttemptLog log) : IAsyncDisposable
{
    private readonly PhoneIdentity _identity = new();
    private PhoneTalk? _talk;
    private string? _stay; // of the first meeting
    private string _left = ""; // the stay that it was told to end; empty off USB, where nobody can tell one from the next

    /// <summary>As first read in the present mode; empty when the phone gives none.</summary>
    public string Serial => _identity.SerialIn(Mode);

    /// <summary>As it was last seen in.</summary>
    public Plan.V1.PhoneMode Mode { get; private set; }

    /// <summary>As last told in its present mode, with what it told in earlier ones.</summary>
    public PhoneFacts Facts { get; private set; } = PhoneFacts.None;

    /// <summary>As told in its present mode alone.</summary>
    public PhoneFacts Told { get; private set; } = PhoneFacts.None;

    /// <summary>A reboot was sent: only await-mode may find the phone again.</summary>
    public bool IsAway { get; private set; }

    /// <summary>How long a phone that vanished in the middle is waited for.</summary>
    public TimeSpan AwayLimit => connector.AwayLimit;

    public PortAddress Port => lease.Port.Address;

    /// <summary>Null while there is no conversation.</summary>
    public PhoneTalk? Talk => _talk is { IsOpen: true } talk ? talk : null;

    /// <summary>Null unless the phone speaks fastboot now.</summary>
    public FastbootSession? Fastboot => (Talk as FastbootTalk)?.Session;

    /// <summary>Null unless the phone is in Samsung's download mode now.</summary>
    public DownloadTalk? Download => Talk as DownloadTalk;

    /// <summary>Why there is no <see cref="Fastboot"/> for a step that needs it.</summary>
    public StepEnd NotInFastboot() => Talk is null
        ? StepEnd.ConversationOver
        : StepEnd.Failed(FailureCode.ModeNotReached, $"The step needs the bootloader or fastbootd; the phone is in mode {Mode}.");

    /// <summary>Connects for the first time and takes down who it is: nobody but the phone that was matched will do.</summary>
    /// <param name="expectedSerial">Null when none was matched; empty for a phone that gives none.</param>
    public async Task<StepEnd> MeetAsync(string? expectedSerial, CancellationToken cancellationToken)
    {
        if (connector.Shortage(Port) is { } shortage)
        {
            return StepEnd.Of(shortage);
        }

        var met = await ConnectAsync(cancellationToken);
        if (!met.Succeeded)
        {
            return StepEnd.Of(met.Error);
        }

        // It may be met more than once, with a long rest between: who answers now counts, not who answered first.
        var sight = met.Value;
        if (expectedSerial != sight.Serial || !_identity.Is(sight) || (_stay ??= connector.Stay(Port)) != connector.Stay(Port))
        {
            return StepEnd.Failed(FailureCode.PhoneChanged, "The phone on the port is not the one that was matched.");
        }

        TakeDown(sight);
        return StepEnd.Done;
    }

    /// <summary>Connects again and makes sure that it is the phone of the beginning.</summary>
    public async Task<StepEnd> MeetAgainAsync(CancellationToken cancellationToken)
    {
        if (_left.Length > 0 && _left == connector.Stay(Port))
        {
            return StepEnd.Failed(FailureCode.PhoneNotSeen, "It was told to restart, and has not left its port yet.");
        }

        var met = await ConnectAsync(cancellationToken);
        if (!met.Succeeded)
        {
            return StepEnd.Of(met.Error);
        }

        _left = "";
        IsAway = false;
        TakeDown(met.Value);
        return _identity.Is(met.Value) ? StepEnd.Done : StepEnd.PhoneChanged;
    }

    /// <summary>Asks again who it is, in the conversation that goes on.</summary>
    public async Task<StepEnd> CheckSameAsync(CancellationToken cancellationToken)
    {
        if (Talk is not { } talk)
        {
            return StepEnd.ConversationOver;
        }

        var glance = await talk.GlanceAsync(cancellationToken);
        return !glance.Succeeded ? StepEnd.Of(glance.Error)
            : _identity.Is(glance.Value) ? StepEnd.Done
            : StepEnd.PhoneChanged;
    }

    /// <summary>Reads all facts anew, after something may have changed them.</summary>
    public async Task<StepEnd> LookAsync(CancellationToken cancellationToken)
    {
        if (Talk is not { } talk)
        {
            return StepEnd.ConversationOver;
        }

        var look = await PlanLook.AskAsync(talk, plan, cancellationToken);
        if (!look.Succeeded)
        {
            return StepEnd.Of(look.Error);
        }

        Remember(look.Value);
        return StepEnd.Done;
    }

    /// <summary>Asks for single facts besides.</summary>
    public async Task<StepEnd> AskAsync(IReadOnlyList<string> names, CancellationToken cancellationToken)
    {
        if (Talk is not { } talk)
        {
            return StepEnd.ConversationOver;
        }

        var answer = await talk.AskAsync(new PhoneSight { Mode = Mode }, names, cancellationToken);
        if (!answer.Succeeded)
        {
            return StepEnd.Of(answer.Error);
        }

        Facts = Facts.With(answer.Value.FactsByMode);
        Told = Told.With(answer.Value.FactsByMode);
        return StepEnd.Done;
    }

    /// <summary>Forgets what was told of the lock, in whatever mode: it has just been opened or closed.</summary>
    public void ForgetLock() => Facts = Facts.WithoutLockState();

    /// <summary>Asks for the battery's state anew. A phone that does not answer fails in the step that needs it.</summary>
    public async Task FeelBatteryAsync(CancellationToken cancellationToken)
    {
        if (!IsAway && Talk is { } talk
            && await talk.FeelBatteryAsync(new PhoneSight { Mode = Mode }, cancellationToken) is { Succeeded: true } felt)
        {
            Facts = Facts.With(felt.Value.FactsByMode);
        }
    }

    /// <summary>Why the battery endangers people now; null when nothing says that it does. Callable while a step works.</summary>
    public async Task<Refusal?> BatteryAlarmAsync(CancellationToken cancellationToken) =>
        !IsAway && Talk is { } talk
            && await talk.FeelBatteryAsync(new PhoneSight { Mode = Mode }, cancellationToken) is { Succeeded: true } felt
            ? BatteryCheck.Alarms(PlanLook.FactsOf(felt.Value)).FirstOrDefault()
            : null;

    /// <summary>Too much current has just flowed through the port; null when not.</summary>
    public TalkError? OverCurrent() => connector.OverCurrent(Port);

    /// <summary>Takes down what was learned of the phone besides what it tells when it is looked at.</summary>
    public void Learn(string fact, string value) => Facts = Facts.With(fact, value);

    /// <summary>What the port's USB descriptors show; null for a phone that is not on USB.</summary>
    public PhonePresence? Presence() => connector.Presence(Port);

    /// <summary>It comes back, or starts anew where it is.</summary>
    public void ExpectAway() => IsAway = true;

    /// <summary>
    /// Tells it to start anew. It is not met again before it has left: where it was is no proof of where it comes to.
    /// </summary>
    public async Task<StepEnd> SendAwayAsync(Func<Task<StepEnd>> tell)
    {
        var here = connector.Stay(Port); // it may be back before the answer is read
        var told = await tell();
        if (told.LetsGoOn)
        {
            _left = here;
            ExpectAway();
        }

        return told;
    }

    /// <summary>Restarts the phone; from here on only await-mode finds it.</summary>
    public async Task<StepEnd> RebootAsync(Plan.V1.RebootTarget target, CancellationToken cancellationToken)
    {
        if (Talk is not { } talk)
        {
            return StepEnd.ConversationOver;
        }

        if (await connector.MakeRoomAsync(Port, target, log.Write, cancellationToken) is { } obstacle)
        {
            return StepEnd.Of(obstacle);
        }

        return await SendAwayAsync(async () => await talk.RebootAsync(target, cancellationToken) is { Succeeded: false, Error: var error }
            ? StepEnd.Of(error)
            : StepEnd.Done);
    }

    public async ValueTask DisposeAsync()
    {
        await HangUpAsync();
        lease.Dispose();
    }

    private async Task<TalkResult<PhoneSight>> ConnectAsync(CancellationToken cancellationToken)
    {
        await HangUpAsync();
        var met = await Meeting.BeginAsync(connector, Port, plan, text => log.Write("phone: " + text), cancellationToken);
        if (!met.Succeeded)
        {
            return met.Error;
        }

        (_talk, var sight) = met.Value;
        Remember(sight);
        return sight;
    }

    private void Remember(PhoneSight sight)
    {
        (Mode, Told) = (sight.Mode, PlanLook.FactsOf(sight));
        Facts = Facts.Learn(Told);
    }

    private void TakeDown(PhoneSight sight)
    {
        _identity.TakeDown(sight);
        log.HideSerial(sight.Serial);
    }

    private async Task HangUpAsync()
    {
        if (_talk is { } talk)
        {
            _talk = null;
            await talk.DisposeAsync();
        }
    }
}
