namespace Espero.Cli.Fetching;

/// <summary>How one try to download a file ended.</summary>
internal enum DownloadEnd
{
    Complete,

    /// <summary>The connection broke off, or the server is busy; what has arrived is kept.</summary>
    BrokenOff,

    NotFound,

    /// <summary>The server will not give it: a person must sign in, or accept something, first.</summary>
    Refused,

    /// <summary>It leads to another address that is not HTTPS, or to one after another without end.</summary>
    LedAstray,

    TooLarge,

    /// <summary>Another size than its publisher states.</summary>
    OtherSize,

    /// <summary>All of it is here, with another hash than its publisher states.</summary>
    OtherHash,

    DiskFull,

    TookTooLong,
}
