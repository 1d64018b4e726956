using Espero.Station.Domain.Flashing.Preflight;

namespace Espero.Station.Workbench.Doctor;

/// <summary>Whether the memory suffices to write a phone: preflight refuses with less.</summary>
internal static class MemoryCheck
{
    private const string Name = "memory";
    private const ulong Needed = StationCheck.LeastMemoryBytes >> 20;

    /// <param name="freeBytes">Null when the kernel does not tell: then preflight does not ask, and nothing is said here.</param>
    public static IEnumerable<Finding> Look(ulong? freeBytes)
    {
        if (freeBytes is not { } bytes)
        {
            yield break;
        }

        var free = bytes >> 20;
        yield return bytes >= StationCheck.LeastMemoryBytes
            ? new Finding(Name, Health.Good, new($"{free} MiB of memory are free.", $"{free} Mio de mémoire sont libres."))
            : new Finding(
                Name,
                Health.Bad,
                new(
                    $"Only {free} MiB of memory are free and {Needed} are needed, so no phone is written. End what nobody needs.",
                    $"Il ne reste que {free} Mio de mémoire sur les {Needed} nécessaires : aucun téléphone ne sera écrit. "
                    + "Arrêtez ce qui ne sert à personne."),
                "ps -eo rss,comm --sort=-rss | head");
    }
}
