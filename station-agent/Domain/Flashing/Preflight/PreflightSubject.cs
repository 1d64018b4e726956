using System.Collections.Frozen;
using Espero.Plan.V1;
using Espero.Station.Domain.Phones;
using Espero.Station.Recipes.Facts;
using Espero.Station.Recipes.VerifiedBoot;

namespace Espero.Station.Domain.Flashing.Preflight;

/// <summary>Everything a plan is checked against before anything is written.</summary>
public sealed record PreflightSubject(Plan.V1.Plan Plan, PhoneFacts Facts)
{
    /// <summary>The mode in which the phone is now. Unspecified: told from which facts it gave.</summary>
    public PhoneMode Mode { get; init; }

    /// <summary>Where a running attempt is when it is checked again. Null: the whole plan is ahead.</summary>
    public PlanPlace? Place { get; init; }

    /// <summary>Nobody has released the phone yet: who does may still say what only a person can read off it.</summary>
    public bool AwaitsRelease { get; init; }

    /// <summary>Free for files at the station.</summary>
    public required ulong FreeDiskBytes { get; init; }

    /// <summary>What programs may still take of the station's memory; null when it does not tell.</summary>
    public ulong? FreeMemoryBytes { get; init; }

    /// <summary>What the station's clock says; null where nobody has looked at it.</summary>
    public DateTimeOffset? Now { get; init; }

    /// <summary>Of the plan's files, what is not at the station yet.</summary>
    public required ulong BytesToFetch { get; init; }

    /// <summary>
    /// How much an image becomes on the phone, by file name: a sparse image is larger than its file. A file that is not named
    /// counts with its own size, which is never too much.
    /// </summary>
    public FrozenDictionary<string, ulong> UnpackedBytes { get; init; } = FrozenDictionary<string, ulong>.Empty;

    /// <summary>Files that are here and of no use, by name: images and packages that contradict themselves, and how.</summary>
    public FrozenDictionary<string, string> BrokenFiles { get; init; } = FrozenDictionary<string, string>.Empty;

    /// <summary>The vbmeta structs of the plan's images, by file name: of the file itself, or where its footer points.</summary>
    public FrozenDictionary<string, VbmetaImage> Vbmeta { get; init; } = FrozenDictionary<string, VbmetaImage>.Empty;

    /// <summary>Files that were found to have the hash that a vbmeta of the plan names for their partition.</summary>
    public FrozenSet<string> VerifiedImages { get; init; } = FrozenSet<string>.Empty;

    /// <summary>What this station can carry out.</summary>
    public FrozenSet<Step.VerbOneofCase> SupportedVerbs { get; init; } = Flashing.SupportedVerbs.Now;

    internal PlanPlace StartPlace => Place ?? PlanPlace.Start(Plan);

    /// <summary>Never unspecified.</summary>
    internal PhoneMode StartMode =>
        Mode != PhoneMode.Unspecified ? Mode
        : Facts.Getvar("is-userspace") == "yes" ? PhoneMode.Fastbootd
        : Facts.SpeaksAs(FactName.Getprop) && !Facts.SpeaksAs(FactName.Getvar) ? PhoneMode.System
        : PhoneMode.Bootloader;

    /// <summary>What a file takes on the phone; 0 for a name that the plan does not list.</summary>
    internal ulong ImageBytes(string fileName) =>
        UnpackedBytes.TryGetValue(fileName, out var unpackedBytes) ? unpackedBytes : FileBytes(fileName);

    /// <summary>What goes over the wire; 0 for a name that the plan does not list.</summary>
    internal ulong FileBytes(string fileName) => Plan.Files.FirstOrDefault(file => file.Name == fileName)?.SizeBytes ?? 0;
}
