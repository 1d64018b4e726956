namespace Espero.Orchestrator.Database;

/// <summary>Why a person must look although a job goes on, as the table says it.</summary>
internal static class JobAlerts
{
    /// <summary>Its station's memory of what has begun no longer reaches back to it.</summary>
    public const string TooOld = "job-too-old";

    /// <summary>An older attempt succeeded while a newer one may be writing.</summary>
    public static string LateSuccess(long? epoch) => $"late-success:{epoch}";
}
