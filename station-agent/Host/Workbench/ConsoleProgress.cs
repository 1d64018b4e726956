using System.Globalization;
using Espero.Station.Recipes.Words;
using Espero.Station.Run;
using Espero.Station.V1;

namespace Espero.Station.Workbench;

/// <summary>Tells a person how far an attempt is: one line a step, renewed in place on a terminal.</summary>
internal sealed class ConsoleProgress(RunReports reports, Surroundings surroundings)
{
    private const int Width = 78;
    private string _line = "";

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            var changed = reports.Changed.Next; // taken before looking
            foreach (var progress in reports.TakeProgress())
            {
                Show(progress);
            }

            await changed.WaitAsync(cancellationToken)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        }

        if (surroundings.TalkIsTerminal && _line.Length > 0)
        {
            await surroundings.Talk.WriteLineAsync();
        }
    }

    private void Show(StepProgressed progress)
    {
        var step = string.Create(CultureInfo.InvariantCulture, $"[{progress.StepNumber}/{progress.StepCount}] {progress.StepId}");
        if (!surroundings.TalkIsTerminal)
        {
            if (step != _line)
            {
                surroundings.Talk.WriteLine(step);
                _line = step;
            }

            return;
        }

        var isNewStep = _line.Length > 0 && !_line.StartsWith(step, StringComparison.Ordinal);
        _line = progress.TotalBytes > 0
            ? string.Create(CultureInfo.InvariantCulture, $"{step}  {progress.DoneBytes * 100 / progress.TotalBytes} %")
            : step;
        surroundings.Talk.Write((isNewStep ? "\n" : "") + "\r" + _line.PadRight(Width));
    }
}
