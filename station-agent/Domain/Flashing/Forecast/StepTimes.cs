using Espero.Plan.V1;
using Espero.Station.Domain.Flashing.Preflight;

namespace Espero.Station.Domain.Flashing.Forecast;

/// <summary>How much each step moves and how long that takes. Asked in the order of the plan.</summary>
internal sealed class StepTimes(PreflightSubject subject, TransferRates rates)
{
    private ulong _toFetch = subject.BytesToFetch;
    private bool _isWritten;

    public (ulong Bytes, TimeSpan Time) Of(Step step, PhoneMode mode)
    {
        var fastboot = mode == PhoneMode.Download ? rates.DownloadModeBytesPerSecond : rates.FastbootBytesPerSecond;
        switch (step.VerbCase)
        {
            case Step.VerbOneofCase.Fetch:
                return Moved(Fetched(step), rates.NetworkBytesPerSecond);
            case Step.VerbOneofCase.FetchManual:
                return (0, rates.Person);
            case Step.VerbOneofCase.Flash:
                _isWritten = true;
                return Moved(subject.FileBytes(step.Flash.FileName), fastboot);
            case Step.VerbOneofCase.Super:
                return Moved(subject.FileBytes(step.Super.FileName), fastboot);
            case Step.VerbOneofCase.BootImage:
                return Moved(subject.FileBytes(step.BootImage.FileName) + subject.FileBytes(step.BootImage.StageFileName), fastboot);
            case Step.VerbOneofCase.Sideload:
                _isWritten = true;
                return Moved(subject.FileBytes(step.Sideload.FileName), rates.AdbBytesPerSecond);
            case Step.VerbOneofCase.Push:
                return Moved(subject.FileBytes(step.Push.FileName), rates.AdbBytesPerSecond);
            default:
                return (0, TimeOf(step));
        }
    }

    private TimeSpan TimeOf(Step step) => step.VerbCase switch
    {
        Step.VerbOneofCase.Erase or Step.VerbOneofCase.Format or Step.VerbOneofCase.EraseProof => rates.Erase,
        Step.VerbOneofCase.Ask => rates.Person,
        // The restart itself is counted where something waits for its end.
        Step.VerbOneofCase.AwaitMode => rates.Reboot,
        Step.VerbOneofCase.VerifyBoot => _isWritten ? rates.FirstBoot : rates.Reboot,
        Step.VerbOneofCase.Unlock or Step.VerbOneofCase.Lock => rates.Person + rates.Erase,
        _ => rates.Command,
    };

    // What is at the station already is not fetched again.
    private ulong Fetched(Step step)
    {
        var bytes = Math.Min(_toFetch, step.Fetch.FileNames.Aggregate(0UL, (sum, name) => sum + subject.FileBytes(name)));
        _toFetch -= bytes;
        return bytes;
    }

    private static (ulong Bytes, TimeSpan Time) Moved(ulong bytes, double bytesPerSecond) =>
        (bytes, TimeSpan.FromSeconds(bytes / Math.Max(1, bytesPerSecond)));
}
