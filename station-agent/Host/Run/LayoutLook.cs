using Espero.Plan.V1;
using Espero.Station.Run.Verbs;

namespace Espero.Station.Run;

/// <summary>
/// Takes a phone that nothing was written to into another mode and back, and keeps what it told there. Fastbootd alone knows what is
/// inside super: asked only when its turn comes, it would refuse when half of the new system is written.
/// </summary>
internal sealed class LayoutLook(AttemptKit kit)
{
    private static readonly TimeSpan Within = TimeSpan.FromMinutes(2);

    private readonly GateVerbs _gates = new(kit);

    public async Task<StepEnd> RunAsync(PhoneMode mode, CancellationToken cancellationToken)
    {
        var back = kit.Hand.Mode;
        kit.Log.Write($"before anything is written, the phone is asked in mode {mode} what is inside super");
        var there = await GoAsync(mode, cancellationToken);
        if (!there.LetsGoOn)
        {
            return there;
        }

        return await GoAsync(back, cancellationToken);
    }

    private async Task<StepEnd> GoAsync(PhoneMode mode, CancellationToken cancellationToken)
    {
        var sent = await kit.Hand.RebootAsync(TargetOf(mode), cancellationToken);
        return sent.LetsGoOn ? await _gates.AwaitAsync(mode, Within, cancellationToken) : sent;
    }

    private static RebootTarget TargetOf(PhoneMode mode) => mode switch
    {
        PhoneMode.System => RebootTarget.System,
        PhoneMode.Recovery => RebootTarget.Recovery,
        PhoneMode.Bootloader => RebootTarget.Bootloader,
        PhoneMode.Fastbootd => RebootTarget.Fastbootd,
        PhoneMode.Unspecified or PhoneMode.Sideload or PhoneMode.Download or PhoneMode.Edl =>
            throw new InvalidOperationException($"Nobody is sent to {mode} for a look."),
    };
}
