namespace Espero.VirtualPhone.Faults;

/// <summary>What the client gets instead of an answer; the command itself is not run.</summary>
public abstract record CommandEffect;

/// <summary>FAIL and this text.</summary>
public sealed record FailEffect(string Text) : CommandEffect;

/// <summary>Nothing at all, until the client gives up.</summary>
public sealed record SilenceEffect : CommandEffect;

/// <summary>A packet that no fastboot reply looks like.</summary>
public sealed record NonsenseEffect : CommandEffect;

/// <summary>OKAY and this text, although nothing was done.</summary>
public sealed record OkayEffect(string Text) : CommandEffect;
