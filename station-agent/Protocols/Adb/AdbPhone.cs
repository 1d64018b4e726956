using System.Collections.Immutable;

namespace Espero.Station.Protocols.Adb;

/// <summary>
/// One phone behind an adb server, in whatever mode speaks adb. Keeps no connection: each call opens its own and closes it.
/// </summary>
public sealed partial class AdbPhone
{
    // AOSP adb/shell_protocol.h: the command's input is closed, so that one that reads it ends.
    private static readonly byte[] CloseInput = [4, 0, 0, 0, 0];

    private readonly AdbClient _client;
    private readonly AdbTarget _target;

    internal AdbPhone(AdbClient client, AdbTarget target) => (_client, _target) = (client, target);

    private AdbOptions Options => _client.Options;

    /// <summary>What both the phone and the server can do, like <c>shell_v2</c>; an old phone says nothing.</summary>
    public async Task<AdbResult<ImmutableHashSet<string>>> GetFeaturesAsync(CancellationToken cancellationToken)
    {
        var answer = await _client.QueryAsync(_target.Question("features"), Options.Question, cancellationToken);
        return answer.Error is { } error
            ? error
            : answer.Value.Split(',', StringSplitOptions.RemoveEmptyEntries).ToImmutableHashSet(StringComparer.Ordinal);
    }

    /// <summary>Runs a command in the phone's own shell and waits for its end. A code other than 0 is a value, not a failure.</summary>
    /// <param name="command">Read by the phone's shell: the caller quotes what comes from outside with <see cref="ShellWord"/>.</param>
    public async Task<AdbResult<ShellOutput>> ShellAsync(string command, CancellationToken cancellationToken)
    {
        var features = await GetFeaturesAsync(cancellationToken);
        if (features.Error is { } error)
        {
            return error;
        }

        return features.Value.Contains("shell_v2")
            ? await RunAsync($"shell,v2,raw:{command}", CloseInput, reader => reader.ReadPacketsAsync(), cancellationToken)
            : await RunAsync($"shell:{ShellReader.WithMark(command)}", [], reader => reader.ReadMarkedAsync(), cancellationToken);
    }

    private Task<AdbResult<ShellOutput>> RunAsync(
        string service, byte[] input, Func<ShellReader, Task<AdbResult<ShellOutput>>> read, CancellationToken cancellationToken) =>
        _client.ConverseAsync(
            _target,
            service,
            new AdbLimit(Options.ShellSilence, Options.LongestShell),
            async (socket, watchdog) =>
            {
                await socket.Stream.WriteAsync(input, watchdog.Token);
                return await read(new ShellReader(socket.Stream, Options.MaxOutputBytes, watchdog));
            },
            cancellationToken);
}
