namespace Espero.VirtualPhone.State;

/// <summary>The system that a slot holds, in the words of its build properties.</summary>
/// <param name="Fingerprint">What <c>ro.build.fingerprint</c> says.</param>
/// <param name="Version">What <c>ro.build.version.release</c> says.</param>
/// <param name="SecurityPatch">The patch level as <c>yyyy-MM-dd</c>.</param>
/// <param name="BuiltAtUnixSeconds">What <c>ro.build.date.utc</c> says, in seconds since 1970.</param>
public sealed record InstalledSystem(string Fingerprint, string Version, string SecurityPatch, long BuiltAtUnixSeconds);
