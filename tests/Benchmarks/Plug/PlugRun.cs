namespace Espero.Benchmarks.Plug;

/// <summary>One plugged-in phone.</summary>
/// <param name="UntilLook">From the plug until the station first connects: the rest of its pause between two looks.</param>
/// <param name="UntilByte">From the plug until the first byte of an image.</param>
internal sealed record PlugRun(TimeSpan UntilLook, TimeSpan UntilByte);
