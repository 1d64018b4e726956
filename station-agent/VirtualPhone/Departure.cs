using Espero.VirtualPhone.Bootloader;

namespace Espero.VirtualPhone;

/// <summary>
/// The phone leaves its mode. The farewell is said only once every port is closed: whoever hears it and connects at once must
/// find the phone gone, not dying.
/// </summary>
internal sealed class Departure(BootTarget target, Func<CancellationToken, Task> farewell, params IAsyncDisposable[] connections)
    : IAsyncDisposable
{
    public Departure(BootTarget target)
        : this(target, _ => Task.CompletedTask)
    {
    }

    public BootTarget Target => target;

    public Task SayFarewellAsync(CancellationToken cancellationToken) => farewell(cancellationToken);

    /// <summary>Drops the connection that the farewell travelled on.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var connection in connections)
        {
            await connection.DisposeAsync();
        }
    }
}
