using System.Collections.Immutable;
using Espero.Station.Protocols.Fastboot;

namespace Espero.VirtualPhone.Bootloader;

/// <summary>What the bootloader says to one command, and what it does once that is said.</summary>
internal sealed record Answer(FastbootReplyKind Kind, string Text)
{
    /// <summary>INFO lines that come first.</summary>
    public ImmutableArray<string> Info { get; init; } = [];

    /// <summary>Bytes of the data phase; only with DATA.</summary>
    public uint DataSizeBytes { get; init; }

    /// <summary>
    /// Bytes that the phone now sends instead: fills the buffer from an offset, and says how many bytes it had; only with DATA.
    /// </summary>
    public Func<long, Memory<byte>, int>? Upload { get; init; }

    /// <summary>Where the phone goes after this answer; null for nowhere.</summary>
    public BootTarget? Leave { get; init; }

    public static Answer Okay(string text = "") => new(FastbootReplyKind.Okay, text);

    public static Answer Fail(string text) => new(FastbootReplyKind.Fail, text);

    public static Answer Data(uint sizeBytes) => new(FastbootReplyKind.Data, $"{sizeBytes:x8}") { DataSizeBytes = sizeBytes };
}
