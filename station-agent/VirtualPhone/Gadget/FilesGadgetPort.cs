using Espero.VirtualPhone.State;

namespace Espero.VirtualPhone.Gadget;

/// <summary>A system whose debugging is off: a PC sees that it runs, and nobody can speak to it.</summary>
/// <exception cref="IOException">The gadget is not there, or another program serves it.</exception>
/// <exception cref="UnauthorizedAccessException">Only root may.</exception>
internal sealed class FilesGadgetPort(GadgetPaths paths, PhoneParts parts) : IPhonePort
{
    private readonly GadgetSocket _socket = new(paths, GadgetFace.Files, parts.Time);

    public bool SpeaksIn(PhoneState state) => state is { Mode: PhoneMode.System, AdbEnabled: false };

    public void Open(PhoneMode mode) => _socket.Open(GadgetIdentity.Files, parts.Phone.State.Serial);

    public async Task<Departure> ServeAsync(PhoneMode mode, CancellationToken cancellationToken)
    {
        var stream = _socket.Connect();
        try
        {
            return await Nobody(cancellationToken);
        }
        finally
        {
            await _socket.DropAsync(stream);
        }
    }

    public Task CloseAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => _socket.Dispose();

    private static Task<Departure> Nobody(CancellationToken cancellationToken) =>
        new TaskCompletionSource<Departure>().Task.WaitAsync(cancellationToken);
}
