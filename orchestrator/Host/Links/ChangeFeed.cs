using System.Threading.Channels;

namespace Espero.Orchestrator.Links;

/// <summary>Tells every open page that something worth showing has changed. Carries no content: a page reads what it shows.</summary>
internal sealed class ChangeFeed
{
    private readonly Lock _gate = new();
    private Channel<bool>[] _listeners = [];

    public void Changed()
    {
        foreach (var listener in _listeners)
        {
            listener.Writer.TryWrite(true); // one waiting change stands for all
        }
    }

    /// <summary>A reader that has an item whenever something changed since it last read. Dispose to stop listening.</summary>
    public Subscription Listen()
    {
        var listener = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
        lock (_gate)
        {
            _listeners = [.. _listeners, listener];
        }

        return new Subscription(this, listener);
    }

    private void Remove(Channel<bool> listener)
    {
        lock (_gate)
        {
            _listeners = [.. _listeners.Where(other => other != listener)];
        }
    }

    internal sealed class Subscription(ChangeFeed feed, Channel<bool> listener) : IDisposable
    {
        public ChannelReader<bool> Changes => listener.Reader;

        public void Dispose() => feed.Remove(listener);
    }
}
