using System.CommandLine;
using Espero.Station.CommandLine;
using Espero.Station.Recipes.Failures;
using Espero.Station.Recipes.Words;
using Espero.Station.Watch;

namespace Espero.Station.Workbench;

/// <summary><c>espero-station facts</c>: what a phone says about itself, without what names it or its owner.</summary>
internal static class FactsCommand
{
    /// <param name="record">Records a phone; true asks its bootloader and its fastbootd too, and restarts it for that.</param>
    public static Command Create(
        Surroundings surroundings, Func<PhoneSpec, bool, CancellationToken, Task<TalkResult<FactsRecord>>> record)
    {
        var phone = PhoneOption.Create(surroundings);
        var everyMode = new Option<bool>("--every-mode")
        {
            Description = surroundings.Say(
                "Ask its bootloader and its fastbootd too. It restarts between them, loses nothing, and ends in its bootloader.",
                "Interroger aussi son chargeur de démarrage et son fastbootd. Il redémarre entre les deux, ne perd rien, "
                + "et finit dans son chargeur de démarrage."),
        };
        var command = new Command("facts", surroundings.Say(
            "Example: espero-station facts --phone 1-2.3 > facts.json\n\n"
            + "Records what a phone says about itself, without serials and the like. espero-phone --from makes a virtual phone of it.",
            "Exemple : espero-station facts --phone 1-2.3 > facts.json\n\n"
            + "Relève ce qu'un téléphone dit de lui-même, sans numéro de série ni rien de personnel. "
            + "espero-phone --from en fait un téléphone virtuel."))
        {
            phone, everyMode,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var recorded = await record(parsed.GetRequiredValue(phone)!, parsed.GetValue(everyMode), cancellationToken);
            if (!recorded.Succeeded)
            {
                var error = recorded.Error;
                surroundings.Talk.WriteLine(
                    $"{FailureCatalogue.Find(error.FailureClass)?.SentencesIn(surroundings.Language)} "
                    + $"({error.FailureClass}: {error.In(surroundings.Language)})");
                return ExitCode.Failed;
            }

            surroundings.Output.WriteLine(recorded.Value.ToJson());
            return ExitCode.Ok;
        });
        return command;
    }
}
