using Espero.Plan.V1;

namespace Espero.Station.Domain.Flashing;

/// <summary>What a verify-boot has shown.</summary>
public abstract record BootVerdict
{
    private BootVerdict()
    {
    }

    /// <summary>The system was seen; how surely.</summary>
    public sealed record Seen(Proof Proof) : BootVerdict;

    /// <summary>It does not run, or is not the one that was written.</summary>
    /// <param name="FailureCode">A code of the catalogue of failures.</param>
    /// <param name="Detail">What was found and what was wanted, in English.</param>
    public sealed record Failed(string FailureCode, string Detail) : BootVerdict;
}
