using System.Collections.Immutable;
using Espero.Operations.V1;

namespace Espero.Cli.Output;

/// <summary>The states of a job as people type and read them.</summary>
internal static class StateWords
{
    private static readonly ImmutableArray<(JobState State, string Typed, Sentence Shown)> All =
    [
        (JobState.Waiting, "waiting", new("waiting", "en attente")),
        (JobState.Queued, "queued", new("queued", "prête")),
        (JobState.Offered, "offered", new("offered", "proposée")),
        (JobState.Granted, "granted", new("running", "en cours")),
        (JobState.Interrupted, "interrupted", new("interrupted", "à regarder")),
        (JobState.Succeeded, "succeeded", new("succeeded, seen running", "réussi, vu en marche")),
        (JobState.Written, "written", new("written, not verified", "écrit, non vérifié")),
        (JobState.Failed, "failed", new("failed", "raté")),
        (JobState.Cancelled, "cancelled", new("cancelled", "annulé")),
    ];

    public static string[] Typed => [.. All.Select(word => word.Typed)];

    public static JobState Read(string typed) => All.First(word => word.Typed == typed).State;

    public static Sentence Of(JobState state) =>
        All.FirstOrDefault(word => word.State == state).Shown ?? new Sentence("-", "-");
}
