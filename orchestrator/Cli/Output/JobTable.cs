using Espero.Operations.V1;

namespace Espero.Cli.Output;

/// <summary>Jobs for people.</summary>
internal static class JobTable
{
    public static void Write(IEnumerable<Job> jobs, Surroundings say, TextWriter writer)
    {
        var table = new Table(
            say.Say(Headings.Job), say.Say(Headings.Phone), say.Say(Headings.Build), say.Say(Headings.Site),
            say.Say(Headings.State), say.Say("PROGRESS", "AVANCEMENT"), say.Say(Headings.Why));
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
