using System.Diagnostics.CodeAnalysis;
using Espero.Station.Domain.Flashing;
using Release = Espero.Station.V1.Release;

namespace Espero.Station.Workbench;

/// <summary>What a person answered who was asked for a release.</summary>
/// <param name="Refusal">Why there is none; null when there is.</param>
internal readonly record struct ReleaseAnswer(Release? Release, Refusal? Refusal)
{
    [MemberNotNullWhen(true, nameof(Release))]
    [MemberNotNullWhen(false, nameof(Refusal))]
    public bool IsGiven => Refusal is null;

    public static implicit operator ReleaseAnswer(Release release) => new(release, null);

    public static implicit operator ReleaseAnswer(Refusal refusal) => new(null, refusal);
}
