using System.Diagnostics;
using System.Globalization;
using Espero.Testing.Programs;

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
        var process = Process.Start(new ProcessStartInfo(
            options.PhonePath ?? EsperoPrograms.Phone,
            ["--model", "virtual-a", "--store", storePath, "--discard", "--max-download-size", partBytes])
        { RedirectStandardOutput = true })!;
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
}
