using Espero.Station.Recipes.Words;

namespace Espero.Orchestrator.Dashboard.Unlocks;

/// <summary>What can be wrong with a form about makers before anybody asks what it means.</summary>
internal static class UnlockFormSentences
{
    public static readonly Sentence NoDate = new(
        "The date cannot be read. Write it like 2026-12-24, or leave it empty when the maker gave none.",
        "La date est illisible. Écrivez-la comme 2026-12-24, ou laissez-la vide si le fabricant n'en a pas donné.");

    public static readonly Sentence NoAnswer = new(
        "Nothing says what the maker answered. Press one of the two buttons: given, or refused.",
        "Rien ne dit ce que le fabricant a répondu. Appuyez sur l'un des deux boutons : accordé, ou refusé.");
}
