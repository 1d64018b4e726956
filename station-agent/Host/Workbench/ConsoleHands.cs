using Espero.Plan.V1;
using Espero.Station.Recipes.Words;
using Espero.Station.Run;

namespace Espero.Station.Workbench;

/// <summary>Asks the person at this PC, besides writing it into the journal.</summary>
internal sealed class ConsoleHands(IHands journal, Surroundings surroundings) : IHands
{
    public async Task NeedAsync(string stepId, Ask ask, CancellationToken cancellationToken)
    {
        await journal.NeedAsync(stepId, ask, cancellationToken);
        await surroundings.Talk.WriteLineAsync(surroundings.Say(HandsSentences.Of(ask)));
    }

    public async Task SaidAsync(CancellationToken cancellationToken)
    {
        if (surroundings.Answers is not { } answers)
        {
            await journal.SaidAsync(cancellationToken);
            return;
        }

        await surroundings.Talk.WriteLineAsync(surroundings.Say("Press Enter when it is done.", "Appuyez sur Entrée quand c'est fait."));

        // A terminal cannot be made to give up its read.
        await answers.ReadLineAsync(cancellationToken).AsTask().WaitAsync(cancellationToken);
    }

    public Task DoneAsync(string stepId, CancellationToken cancellationToken) => journal.DoneAsync(stepId, cancellationToken);

    public Task GoOnAsync(CancellationToken cancellationToken) => journal.GoOnAsync(cancellationToken);
}
