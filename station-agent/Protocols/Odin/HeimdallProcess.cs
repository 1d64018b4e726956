using System.Buffers;
using System.ComponentModel;
using CliWrap;
using Espero.Station.Protocols.Fastboot;

namespace Espero.Station.Protocols.Odin;

/// <summary>Runs heimdall once, within its limits, and reads what it says while it says it.</summary>
internal sealed class HeimdallProcess(HeimdallOptions options, TimeProvider time)
{
    private const int ReadBytes = 4096;

    /// <returns>The exit code; it proves nothing, because heimdall ends with 0 where it only printed its help.</returns>
    public async Task<OdinResult<int>> RunAsync(HeimdallText text, string[] arguments, CancellationToken cancellationToken)
    {
        using var watchdog = new Watchdog(options.Silence, options.Longest, time, cancellationToken);
        var hear = PipeTarget.Create((stream, token) => HearAsync(stream, text, watchdog, token));
        try
        {
            // Its errors on the same stream as the rest: the order tells which is the cause.
            var result = await Cli.Wrap(options.Program)
                .WithArguments([.. arguments, "--stdout-errors"])
                .WithValidation(CommandResultValidation.None)
                .WithStandardOutputPipe(hear)
                .ExecuteAsync(watchdog.Token);
            text.End();
            return result.ExitCode;
        }
        catch (OperationCanceledException) when (watchdog.Token.IsCancellationRequested)
        {
            return watchdog.Bit
                ? new OdinError(OdinFailure.Silent, $"heimdall {arguments[0]} did not go on in time.")
                : new OdinError(OdinFailure.Cancelled, $"heimdall {arguments[0]} was cancelled.");
        }
        catch (Win32Exception missing)
        {
            return Missing(missing.Message);
        }
    }

    /// <summary>The error of a program that is not there; null when it can be found.</summary>
    public OdinError? Absence()
    {
        var folders = options.Program.Contains('/') ? [""] : (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':');
        return folders.Any(folder => File.Exists(Path.Combine(folder, options.Program))) ? null : Missing("No such file.");
    }

    private OdinError Missing(string reason) => new(
        OdinFailure.ProgramMissing,
        $"The program '{options.Program}' cannot be run: {reason} "
        + "Install Debian's package heimdall-flash: apt-get install heimdall-flash.");

    private static async Task HearAsync(Stream stream, HeimdallText text, Watchdog watchdog, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(ReadBytes);
        try
        {
            while (await stream.ReadAsync(buffer, cancellationToken) is > 0 and var length)
            {
                watchdog.Feed();
                text.Read(buffer.AsSpan(0, length));
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
