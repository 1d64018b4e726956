using System.Runtime.InteropServices;

namespace Espero.Station.CommandLine;

/// <summary>Ctrl-C, TERM, a terminal that was closed: the first asks the station to stop, the second to stop at once.</summary>
internal sealed class StopSignals : IDisposable
{
    private readonly CancellationTokenSource _asked = new();
    private readonly CancellationTokenSource _atOnce = new();
    private readonly PosixSignalRegistration[] _registrations;

    public StopSignals() => _registrations =
    [
        PosixSignalRegistration.Create(PosixSignal.SIGINT, Take),
        PosixSignalRegistration.Create(PosixSignal.SIGTERM, Take),
        PosixSignalRegistration.Create(PosixSignal.SIGHUP, Take),
    ];

    public CancellationToken Asked => _asked.Token;

    public CancellationToken AtOnce => _atOnce.Token;

    public void Dispose()
    {
        foreach (var registration in _registrations)
        {
            registration.Dispose();
        }

        _asked.Dispose();
        _atOnce.Dispose();
    }

    private void Take(PosixSignalContext signal)
    {
        signal.Cancel = true; // the runtime would end the program
        (_asked.IsCancellationRequested ? _atOnce : _asked).Cancel();
    }
}
