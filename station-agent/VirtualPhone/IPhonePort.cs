using Espero.VirtualPhone.State;

namespace Espero.VirtualPhone;

/// <summary>One way into the phone: it carries what the mode's services say, and is shut in modes that do not speak it.</summary>
internal interface IPhonePort : IDisposable
{
    bool SpeaksIn(PhoneState state);

    /// <summary>From now on clients reach the phone; they are heard once <see cref="ServeAsync"/> runs.</summary>
    void Open(PhoneMode mode);

    /// <summary>Serves clients until one of them, or the service itself, sends the phone elsewhere.</summary>
    Task<Departure> ServeAsync(PhoneMode mode, CancellationToken cancellationToken);

    /// <summary>From now on clients are refused; nobody is being served any more.</summary>
    Task CloseAsync(CancellationToken cancellationToken);
}
