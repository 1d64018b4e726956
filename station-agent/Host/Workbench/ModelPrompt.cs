using Espero.Station.Recipes.Words;

namespace Espero.Station.Workbench;

/// <summary>
/// Asks the person in front of the phone which model it is. It names none: who is only asked to say yes does not look.
/// </summary>
internal sealed class ModelPrompt(Surroundings surroundings)
{
    private static readonly Sentence Question = new(
        "Nothing on this phone proves its model to the recipe. Read it yourself: on its back, or in Settings > About phone. Model: ",
        "Rien dans ce téléphone ne prouve son modèle à la recette. Lisez-le vous-même : au dos, ou dans Paramètres > À propos du téléphone. "
        + "Modèle : ");

    private static readonly Sentence Nobody = new(
        "Nothing on this phone proves its model to the recipe. Read it on its back or in its settings, and give it with --model.",
        "Rien dans ce téléphone ne prouve son modèle à la recette. Lisez-le au dos ou dans ses paramètres, et donnez-le avec --model.");

    /// <summary>Null when nobody said anything.</summary>
    public async Task<string?> AskAsync(CancellationToken cancellationToken)
    {
        var typed = await surroundings.AskAsync(Question, cancellationToken);
        if (!string.IsNullOrWhiteSpace(typed))
        {
            return typed.Trim();
        }

        await SayAsync();
        return null;
    }

    /// <summary>Says how to give it, where nobody is asked.</summary>
    public Task SayAsync() => surroundings.Talk.WriteLineAsync(surroundings.Say(Nobody));
}
