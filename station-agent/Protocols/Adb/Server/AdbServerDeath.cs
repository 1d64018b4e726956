namespace Espero.Station.Protocols.Adb.Server;

/// <summary>One end of our server; it is started again afterwards. Phones on the network have to be connected again.</summary>
/// <param name="Text">One sentence, with the server's last words where it had any.</param>
public sealed record AdbServerDeath(AdbServerDeathCause Cause, string Text);
