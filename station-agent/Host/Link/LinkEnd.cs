namespace Espero.Station.Link;

/// <summary>How a link ended.</summary>
internal enum LinkEnd
{
    /// <summary>The orchestrator was not there, or did not answer.</summary>
    NotReached,

    /// <summary>It was there, and then it was not.</summary>
    Lost,

    /// <summary>It said no. A person must act.</summary>
    Refused,
}
