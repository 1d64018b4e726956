namespace Espero.Station.Images;

/// <summary>How one request for the rest of a file went.</summary>
internal enum PartStep
{
    /// <summary>All bytes are there and the hash is right.</summary>
    Complete,

    /// <summary>The connection broke off; what has arrived is kept.</summary>
    BrokenOff,

    /// <summary>All bytes are there and they are the wrong ones.</summary>
    WrongHash,

    NotFound,

    DiskFull,
}
