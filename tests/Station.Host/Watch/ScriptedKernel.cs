using System.Collections.Concurrent;
using Espero.Station.Protocols.Usb;

namespace Espero.Station.Host.Tests.Watch;

/// <summary>A kernel that says what a test wants.</summary>
internal sealed class ScriptedKernel : IKernelLog
{
    private readonly ConcurrentQueue<string> _messages = new();

    public void Say(string message) => _messages.Enqueue(message);

    public IReadOnlyList<string> TakeNew()
    {
        var taken = new List<string>();
        while (_messages.TryDequeue(out var message))
        {
            taken.Add(message);
        }

        return taken;
    }
}
