using Espero.Station.V1;
using Google.Protobuf;

namespace Espero.Station.Journal;

/// <summary>What the journal knows of one attempt that is not over.</summary>
internal sealed record AttemptRecord
{
    /// <summary>Null once the attempt has begun: it is never carried out a second time.</summary>
    public Work? Work { get; init; }

    public bool Begun { get; init; }

    /// <summary>The fact AttemptInterrupted is in the journal: only a look at the phone comes after it.</summary>
    public bool Interrupted { get; init; }

    /// <summary>The last step that began; empty before the first.</summary>
    public string StepId { get; init; } = "";

    public bool PassedPointOfNoReturn { get; init; }

    public string PortPath { get; init; } = "";

    /// <summary>Recognises the phone by its serial; empty while unknown. See <see cref="MarkHasher"/>.</summary>
    public ByteString PhoneMark { get; init; } = ByteString.Empty;
}
