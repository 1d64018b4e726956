namespace Espero.Station.Domain.Flashing;

/// <summary>
/// How far a run may go. The only way to a permission to write is a release for the very phone, so a run without one cannot be
/// made to write.
/// </summary>
public sealed class Permission
{
    /// <summary>Files may be fetched and facts be checked; the phone stays as it is.</summary>
    public static readonly Permission ToLook = new(release: null);

    private Permission(Release? release)
    {
        Release = release;
    }

    /// <summary>Null when the run may only look.</summary>
    public Release? Release { get; }

    public bool MayWrite => Release is not null;

    /// <summary>To write if the release is for this phone, whose id must be known; else only to look.</summary>
    public static Permission For(string phoneId, Release? release) =>
        release is not null && phoneId.Length > 0 && release.PhoneId == phoneId
            && release.ReleaseId.Length > 0 && release.ReleasedBy.Length > 0
            ? new Permission(release)
            : ToLook;
}
