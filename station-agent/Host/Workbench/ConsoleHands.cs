using Espero.Plan.V1;
using Espero.Station.Recipes.Words;
using Espero.Station.Run;

namespace Espero.Station.Workbench;

/// <summary>Asks the person at this PC, besides writing it into the journal.</summary>
internal sealed class ConsoleHands(IHands journal, Surroundings surroundings) : IHands
{
    public async Task WaitAsync(string stepId, Ask ask, Task shown, CancellationToken cancellationToken)
    {
        var said = SayAsync(ask, cancellationToken);
        await journal.WaitAsync(stepId, ask, await Task.WhenAny(shown, said), cancellationToken);
    }

    private async Task SayAsync(Ask ask, CancellationToken cancellationToken)
    {
        await surroundings.Talk.WriteLineAsync(surroundings.Say(HandsSentences.Of(ask)));
        if (surroundings.Answers is not { } answers)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken); // nobody can say it: the phone must show it
            return;
        }

        await surroundings.Talk.WriteLineAsync(surroundings.Say("Press Enter when it is done.", "Appuyez sur Entrée quand c'est fait."));
        await answers.ReadLineAsync(cancellationToken);
    }
}
