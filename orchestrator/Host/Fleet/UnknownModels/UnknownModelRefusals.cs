using Espero.Orchestrator.Answers;

namespace Espero.Orchestrator.Fleet.UnknownModels;

/// <summary>Why a question about an unknown model is refused.</summary>
internal static class UnknownModelRefusals
{
    /// <param name="kept">How long facts are kept that nobody asks about.</param>
    public static Refusal UnknownCode(string code, TimeSpan kept) => Refusal.NotFound(
        $"No facts are kept under the code \"{code}\". Have it read out again: it has six letters and digits. What nobody asked about for {kept.TotalDays:0} days is gone.",
        $"Rien n'est gardé sous le code « {code} ». Faites-le relire : il compte six lettres et chiffres. Ce que personne n'a demandé depuis {kept.TotalDays:0} jours a été effacé.");
}
