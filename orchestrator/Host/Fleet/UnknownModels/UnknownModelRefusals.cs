using Espero.Orchestrator.Answers;

namespace Espero.Orchestrator.Fleet.UnknownModels;

/// <summary>Why a question about an unknown model is refused.</summary>
internal static class UnknownModelRefusals
{
    public static Refusal UnknownCode(string code) => Refusal.NotFound(
        $"No facts are kept under the code \"{code}\". Have it read out again: it has six letters and digits. What nobody asked about for 180 days is gone.",
        $"Rien n'est gardé sous le code « {code} ». Faites-le relire : il compte six lettres et chiffres. Ce que personne n'a demandé depuis 180 jours a été effacé.");
}
