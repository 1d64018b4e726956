using System.Diagnostics;
using System.Globalization;

namespace Espero.Benchmarks.FlashOne;

/// <summary>A phone that discards, running beside the benchmark; stopped with it.</summary>
internal sealed class PhoneProcess : IDisposable
{
    private readonly Process _process;

    private PhoneProcess(Process process, int port)
    {
        _process = process;
        Port = port;
    }

    public int Port { get; }

    /// <summary>Starts it on a free port and waits for the line <c>listening on tcp:ADDRESS:PORT</c>.</summary>
    public static async Task<PhoneProcess> StartAsync(FlashOneOptions options, string storePath, CancellationToken cancellationToken)
    {
        var partBytes = options.PartBytes.ToString(CultureInfo.InvariantCulture);
        var process = options.PhonePath is { } program
            ? Start(program, "--model", "virtual-a", "--store", storePath, "--discard", "--max-download-size", partBytes)
            : Start(Environment.ProcessPath!, DiscardingPhone.Command, partBytes);
        var line = await process.StandardOutput.ReadLineAsync(cancellationToken)
            ?? throw new InvalidOperationException("The phone ended before it listened; its own words are above.");
        _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null, cancellationToken); // a full pipe would stop it
        return new PhoneProcess(process, int.Parse(line.AsSpan(line.LastIndexOf(':') + 1), CultureInfo.InvariantCulture));
    }

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }

    private static Process Start(string program, params string[] arguments) =>
        Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
}
