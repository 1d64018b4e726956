using Espero.Operations.V1;

namespace Espero.Cli.Output;

/// <summary>Jobs for people.</summary>
internal static class JobTable
{
    public static void Write(IEnumerable<Job> jobs, Surroundings say, TextWriter writer)
    {
        var table = new Table(
            say.Say("JOB", "DEMANDE"), say.Say("PHONE", "TÉLÉPHONE"), say.Say("BUILD", "SYSTÈME"), say.Say("SITE", "LIEU"),
            say.Say("STATE", "ÉTAT"), say.Say("PROGRESS", "AVANCEMENT"), say.Say("WHY", "POURQUOI"));
        foreach (var job in jobs)
        {
            table.Add(job.JobId, job.PhoneLabel, job.BuildLabel, job.SiteId, say.Say(StateWords.Of(job.State)), Progress(job), job.Why);
        }

        table.Write(writer);
    }

    public static string Progress(Job job) => job.Progress switch
    {
        null => "",
        { TotalBytes: > 0 } step => $"{step.StepNumber}/{step.StepCount} {step.DoneBytes * 100 / step.TotalBytes} %",
        var step => $"{step.StepNumber}/{step.StepCount}",
    };
}
