using Espero.Plan.V1;
using Espero.Station.Recipes.Words;
using Espero.Station.Run;

namespace Espero.Station.Workbench;

/// <summary>Asks the person at this PC, besides writing it into the journal.</summary>
/// <param name="person">Who sits there.</param>
internal sealed class ConsoleHands(IHands journal, string person, Surroundings surroundings) : IHands
{
    // A terminal cannot be made to give up its read: what is typed after the next question was asked is for that one.
    private Task<string?>? _line;

    public bool CanBeAsked => surroundings.Answers is not null;

    public async Task NeedAsync(string askId, Ask ask, TimeSpan within, CancellationToken cancellationToken)
    {
        await journal.NeedAsync(askId, ask, within, cancellationToken);
        ForgetEarlier();
        await surroundings.Talk.WriteLineAsync(surroundings.Say(HandsSentences.Of(ask)));
        if (ask.Words.Length > 0)
        {
            await surroundings.Talk.WriteLineAsync($"    {ask.Words}");
        }

        if (ask.NotBefore is { } notBefore)
        {
            await surroundings.Talk.WriteLineAsync(surroundings.Say(HandsSentences.NotBefore(notBefore.ToTimeSpan())));
        }
    }

    public async Task<string> SaidAsync(string askId, CancellationToken cancellationToken)
    {
        if (surroundings.Answers is not { } answers)
        {
            return await journal.SaidAsync(askId, cancellationToken);
        }

        await surroundings.Talk.WriteLineAsync(surroundings.Say("Press Enter when it is done.", "Appuyez sur Entrée quand c'est fait."));

        // A console holds up whoever reads from it.
        _line ??= Task.Run(() => answers.ReadLineAsync(CancellationToken.None).AsTask(), CancellationToken.None);
        var line = await _line.WaitAsync(cancellationToken);
        if (line is null)
        {
            return await journal.SaidAsync(askId, cancellationToken); // the keyboard is gone, and says nothing
        }

        _line = null;
        return person;
    }

    // Enter that was pressed before the question was there would have a person see what nobody has looked at.
    private void ForgetEarlier()
    {
        if (_line is { IsCompletedSuccessfully: true, Result: not null })
        {
            _line = null;
        }

        if (_line is null)
        {
            surroundings.ForgetTyped();
        }
    }

    public Task DoneAsync(string askId, string saidBy, CancellationToken cancellationToken) =>
        journal.DoneAsync(askId, saidBy, cancellationToken);

    public Task GoOnAsync(CancellationToken cancellationToken) => journal.GoOnAsync(cancellationToken);
}
