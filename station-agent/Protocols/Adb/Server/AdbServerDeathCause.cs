namespace Espero.Station.Protocols.Adb.Server;

/// <summary>Why our server stopped serving although nobody here asked it to.</summary>
public enum AdbServerDeathCause
{
    /// <summary>It ended by itself, or a signal ended it.</summary>
    Died,

    /// <summary>Another adb client told it to end: another version that met our port, or <c>adb kill-server</c>.</summary>
    KilledByClient,

    /// <summary>It ran and answered nothing; we ended it.</summary>
    Hung,

    /// <summary>It could not be started again; the text says why. It is tried again.</summary>
    NotStarted,
}
