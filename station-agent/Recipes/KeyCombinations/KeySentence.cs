using System.Collections.Immutable;
using Espero.Station.Recipes.Words;

namespace Espero.Station.Recipes.KeyCombinations;

/// <summary>Says a combination in the two languages that people read.</summary>
public static class KeySentence
{
    public static Sentence Of(KeyCombination combination)
    {
        if (!combination.NeedsKeys)
        {
            return new Sentence("No key is needed: the station restarts the phone.", "Aucune touche : le poste redémarre le téléphone.");
        }

        var text = new SentenceWriter();
        Start(text, combination);
        Steps(text, combination.Steps);
        if (!combination.Leaving.IsEmpty)
        {
            text.Begin("To leave it again: ", "Pour en sortir : ");
            Steps(text, combination.Leaving, isOpen: true);
        }

        return text.Build();
    }

    private static void Start(SentenceWriter text, KeyCombination combination)
    {
        switch (combination.Start)
        {
            case PowerState.Off:
                text.Begin("Turn the phone off", "Éteignez le téléphone");
                break;
            case PowerState.Unpowered:
                text.Begin("Unplug the device from its power supply", "Débranchez l'appareil de son alimentation");
                break;
            case PowerState.Starting:
                text.Begin("Start the phone", "Démarrez le téléphone");
                break;
            case PowerState.Restarting:
                text.Begin("Restart the phone and act at once", "Redémarrez le téléphone et faites aussitôt la suite");
                break;
            case PowerState.Any:
                break;
        }

        var cable = combination.Cable switch
        {
            CableState.In => new Sentence("leave the USB cable plugged in", "laissez le câble USB branché"),
            CableState.Out => new Sentence("unplug the USB cable", "débranchez le câble USB"),
            CableState.Any => null,
        };
        if (cable is not null && combination.Start == PowerState.Any)
        {
            text.Begin(cable.AsBeginning());
        }
        else if (cable is not null)
        {
            text.Go($" and {cable.English}", $" et {cable.French}");
        }
    }

    private static void Steps(SentenceWriter text, ImmutableArray<KeyStep> steps, bool isOpen = false)
    {
        // Letting go, plugging in and waiting go on in the sentence of the keys that are held.
        KeyStep? before = null;
        foreach (var step in steps)
        {
            var clause = StepWords.Of(step, before);
            if (isOpen)
            {
                text.Go(clause.English, clause.French);
            }
            else if (before is not null && StepWords.GoesOn(step, before))
            {
                var joint = StepWords.Joint(step, before);
                text.Go(joint.English + clause.English, joint.French + clause.French);
            }
            else
            {
                text.Begin(clause.AsBeginning());
            }

            (before, isOpen) = (step, false);
        }
    }
}
