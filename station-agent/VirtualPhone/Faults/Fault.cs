namespace Espero.VirtualPhone.Faults;

/// <summary>Something that goes wrong on demand. Faults are values; several may be given, and each acts by itself.</summary>
public abstract record Fault;

/// <summary>A command is answered wrongly: <paramref name="When"/> says which one, <paramref name="Effect"/> how.</summary>
public sealed record CommandFault(CommandTrigger When, CommandEffect Effect) : Fault;

/// <summary>The connection breaks once, when the phone has received this many bytes in total, framing included.</summary>
public sealed record CutFault(long AfterBytes) : Fault;

/// <summary>Every byte in either direction takes its time, replies too.</summary>
public sealed record DripFault(long BytesPerSecond) : Fault;

/// <summary>After its next reboot the phone calls itself something else, and keeps that name.</summary>
public sealed record OtherSerialFault(string Serial) : Fault;

/// <summary>A reboot never ends; only somebody holding the keys brings the phone back.</summary>
public sealed record HangFault : Fault;
