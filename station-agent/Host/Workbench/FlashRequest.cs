using Espero.Station.Watch;

namespace Espero.Station.Workbench;

/// <summary>What a person asked for with <c>espero-station flash</c>.</summary>
internal sealed record FlashRequest
{
    public required PhoneSpec Phone { get; init; }

    public required string RecipePath { get; init; }

    public required string FilesDirectory { get; init; }

    /// <summary>Where the journal and the logs are kept.</summary>
    public required string DataDirectory { get; init; }

    /// <summary>Say what would be done, and do nothing.</summary>
    public bool PlanOnly { get; init; }

    /// <summary>The release is given with the command, in the name of <see cref="By"/>.</summary>
    public bool YesErase { get; init; }

    /// <summary>The person who answers for the release; null when not said.</summary>
    public string? By { get; init; }

    /// <summary>The model as that person has read it off the phone; null when not said.</summary>
    public string? PrintedModel { get; init; }

    /// <summary>Ask for the code that the maker gave to unlock this phone.</summary>
    public bool AsksUnlockCode { get; init; }

    /// <summary>The file that holds what the maker gave; null when not said.</summary>
    public string? UnlockCodePath { get; init; }

    public bool AsJson { get; init; }
}
