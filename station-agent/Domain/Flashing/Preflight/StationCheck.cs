using System.Globalization;
using Espero.Station.Recipes.Failures;

namespace Espero.Station.Domain.Flashing.Preflight;

/// <summary>The station's own PC is fit to write a phone: memory for the transfer, and a clock by which certificates can be checked.</summary>
public static class StationCheck
{
    /// <summary>Below it the kernel begins to end programs, and one that is writing a phone is as good as any.</summary>
    public const ulong LeastMemoryBytes = 64UL << 20;

    /// <summary>No station that shows an earlier moment has been told the time.</summary>
    public static readonly DateTimeOffset EarliestNow = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    internal static IEnumerable<Refusal> Run(PreflightSubject subject)
    {
        if (subject.FreeMemoryBytes < LeastMemoryBytes)
        {
            yield return new Refusal(
                FailureCode.StationMemoryShort, "", $"{subject.FreeMemoryBytes} bytes of memory are free; {LeastMemoryBytes} are needed.");
        }

        if (subject.Now < EarliestNow)
        {
            yield return new Refusal(
                FailureCode.StationClockWrong, "", string.Create(CultureInfo.InvariantCulture, $"The station's clock says {subject.Now:u}."));
        }
    }
}
