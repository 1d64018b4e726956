using System.Threading.Channels;
using Microsoft.Extensions.Logging;

namespace Espero.Station.Host.Tests;

/// <summary>Keeps what was logged, for a test to wait for.</summary>
internal sealed class LogLines<T> : ILogger<T>
{
    private readonly Channel<(EventId Id, string Text)> _lines = Channel.CreateUnbounded<(EventId Id, string Text)>();

    /// <summary>The next line with this event id; others are passed over.</summary>
    public async Task<string> NextAsync(int eventId)
    {
        while (true)
        {
            var (id, text) = await _lines.Reader.ReadAsync(TestContext.Current.CancellationToken)
                .AsTask().WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
            if (id.Id == eventId)
            {
                return text;
            }
        }
    }

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _lines.Writer.TryWrite((eventId, formatter(state, exception)));

    public bool IsEnabled(LogLevel logLevel) => true;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;
}
