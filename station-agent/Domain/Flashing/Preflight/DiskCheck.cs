using Espero.Station.Recipes.Failures;

namespace Espero.Station.Domain.Flashing.Preflight;

/// <summary>The files fit on the station's disk and leave room for the journal and the logs.</summary>
internal static class DiskCheck
{
    private const ulong ReserveBytes = 64UL << 20;

    public static IEnumerable<Refusal> Run(PreflightSubject subject)
    {
        if (subject.BytesToFetch > 0 && subject.FreeDiskBytes < subject.BytesToFetch + ReserveBytes)
        {
            yield return new Refusal(
                FailureCode.StationDiskFull,
                "",
                $"{subject.FreeDiskBytes} bytes are free; {subject.BytesToFetch} for the files and {ReserveBytes} in reserve are needed.");
        }
    }
}
