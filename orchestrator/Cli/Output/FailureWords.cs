using Espero.Station.Recipes.Failures;

namespace Espero.Cli.Output;

/// <summary>The values of a failure class as people read them.</summary>
internal static class FailureWords
{
    public static Sentence Of(FailureStage stage) => stage switch
    {
        FailureStage.Connect => new("connecting to the phone", "connexion au téléphone"),
        FailureStage.Identify => new("recognising the phone", "reconnaissance du téléphone"),
        FailureStage.Fetch => new("fetching the files", "téléchargement des fichiers"),
        FailureStage.Check => new("checking the plan, before anything is erased", "contrôle du plan, avant tout effacement"),
        FailureStage.Unlock => new("unlocking", "déverrouillage"),
        FailureStage.Write => new("writing", "écriture"),
        FailureStage.Boot => new("first start", "premier démarrage"),
        FailureStage.Relock => new("locking again", "reverrouillage"),
        FailureStage.AtAnyTime => new("at any time", "à tout moment"),
    };

    public static Sentence Of(FailureSide side) => side switch
    {
        FailureSide.Phone => new("the phone", "le téléphone"),
        FailureSide.Cable => new("the cable or the port", "le câble ou la prise"),
        FailureSide.Image => new("the system's files", "les fichiers du système"),
        FailureSide.Recipe => new("the recipe", "la recette"),
        FailureSide.Station => new("the station", "le poste"),
        FailureSide.Network => new("the network", "le réseau"),
        FailureSide.Person => new("something a person does", "un geste à faire"),
    };

    public static Sentence Of(RetryRule retry) => retry switch
    {
        RetryRule.Safe => new("by itself, at once or when the cause is gone", "tout seul, tout de suite ou la cause disparue"),
        RetryRule.AfterKnownMode => new("by itself, from a known mode of the phone", "tout seul, depuis un mode connu du téléphone"),
        RetryRule.AfterHands => new("only after a person has acted", "seulement après un geste"),
        RetryRule.Never => new("never by itself", "jamais tout seul"),
    };
}
