namespace Espero.VirtualPhone.Faults;

/// <summary>What the client gets instead of an answer; unless it says otherwise, the command itself is not run.</summary>
public abstract record CommandEffect;

/// <summary>FAIL and this text.</summary>
public sealed record FailEffect(string Text) : CommandEffect;

/// <summary>Nothing at all, until the client gives up.</summary>
public sealed record SilenceEffect : CommandEffect;

/// <summary>A packet that no fastboot reply looks like.</summary>
public sealed record NonsenseEffect : CommandEffect;

/// <summary>
/// The connection breaks, in the middle of the data for a command that sends some; <paramref name="Unplugs"/> keeps the phone
/// away until its cable is put back.
/// </summary>
public sealed record DropEffect(bool Unplugs) : CommandEffect;

/// <summary>The command is run, and the connection breaks before its answer.</summary>
public sealed record LostAnswerEffect : CommandEffect;

/// <summary>The battery turns hot, and the command is run all the same.</summary>
public sealed record HeatEffect : CommandEffect;

/// <summary>So many INFO lines, one in a second, before the command is run: a slow phone that is well.</summary>
public sealed record ChattyEffect(int Lines) : CommandEffect;
