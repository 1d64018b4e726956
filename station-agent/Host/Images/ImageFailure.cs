namespace Espero.Station.Images;

/// <summary>Why a file is not to be had.</summary>
internal enum ImageFailure
{
    None,

    /// <summary>The orchestrator's files could not be reached often enough.</summary>
    NetworkLost,

    /// <summary>The orchestrator has no such file.</summary>
    NotFound,

    /// <summary>Twice the bytes had another hash than the one that was signed.</summary>
    Corrupt,

    /// <summary>The station's disk is full.</summary>
    DiskFull,
}
