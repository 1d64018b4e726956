using System.Collections.Immutable;
using Espero.Plan.V1;
using Espero.Station.Domain.Flashing.Preflight;
using Espero.Station.Domain.Flashing.Simulation;
using Espero.Station.Recipes.Vocabulary;

namespace Espero.Station.Domain.Flashing;

/// <summary>Says when a run must have what is ahead of it checked, and what the last check has left open.</summary>
internal sealed class RunChecks
{
    // Only a phone in one of these can be sent elsewhere and back without anything being written.
    private static readonly ImmutableArray<PhoneMode> WaysBack = [PhoneMode.System, PhoneMode.Recovery, PhoneMode.Bootloader];

    private ImmutableArray<OpenQuestion> _open = [];
    private PhoneMode _mode;
    private bool _isForeseen; // by a check, in this mode, that what is ahead can be done
    private bool _isHere; // nothing was begun since the check
    private bool _isAsked; // nothing was begun since the phone was asked
    private bool _hasLooked;

    /// <summary>
    /// Before the first step; where the phone is in another mode than when it was last asked, which tells what that one kept to
    /// itself; on the way of a fallback; and before every lock, because a phone locked wrongly is lost. A phone that is away can be
    /// asked nothing: its check waits for it, and what can lose data waits for the check.
    /// </summary>
    public bool IsDueFor(Step step, PhoneMode mode) => !_isHere
        && (step.VerbCase is Step.VerbOneofCase.Lock
            || (mode == PhoneMode.Unspecified ? !_isForeseen && PointOfNoReturn.IsBehind(step) : !_isForeseen || mode != _mode));

    /// <summary>
    /// Whether the phone is to be asked before the check that is due. One that has just arrived in a mode was asked there; what it
    /// said in the one it is still in, the steps since have changed.
    /// </summary>
    public bool MustAsk(PhoneMode mode) => !_isAsked && (mode == PhoneMode.Unspecified || mode == _mode);

    /// <summary>
    /// Where the phone must be asked before anything is written: what fastbootd alone knows of super would otherwise be told when
    /// half of the new system is on the phone. Null when no step hangs on it.
    /// </summary>
    public PhoneMode? MustLookIn(PhoneMode mode) => _hasLooked ? null : Unseen(_open, mode);

    /// <summary>The mode that must be looked into for what a check in this mode has left open; null for none.</summary>
    public static PhoneMode? Unseen(ImmutableArray<OpenQuestion> open, PhoneMode mode) =>
        WaysBack.Contains(mode) && open.Any(question => question.Mode == PhoneMode.Fastbootd) ? PhoneMode.Fastbootd : null;

    public void Pass(PreflightReport report, PhoneMode mode)
    {
        (_open, _mode) = (report.Later, mode);
        (_isForeseen, _isHere) = (true, true);
    }

    /// <summary>The phone is asked where it tells more; what is still open then stays so.</summary>
    public void Look()
    {
        _hasLooked = true;
        Leave();
    }

    /// <summary>The phone was asked for all it tells.</summary>
    public void Ask() => _isAsked = true;

    /// <summary>A step was begun, or passed over.</summary>
    public void Move() => (_isHere, _isAsked) = (false, false);

    /// <summary>It went, or will go, another way than the one that was checked.</summary>
    public void Leave() => (_isForeseen, _isHere) = (false, false);
}
