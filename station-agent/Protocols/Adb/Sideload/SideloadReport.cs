namespace Espero.Station.Protocols.Adb.Sideload;

/// <summary>What a sideload came to.</summary>
/// <param name="Coverage">What was taken until then.</param>
/// <param name="Text">One English sentence that says what was seen.</param>
public sealed record SideloadReport(SideloadEnd End, SideloadCoverage Coverage, string Text);
