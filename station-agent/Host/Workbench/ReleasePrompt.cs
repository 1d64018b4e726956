using Espero.Station.Recipes.Words;
using Espero.Station.V1;
using Google.Protobuf.WellKnownTypes;

namespace Espero.Station.Workbench;

/// <summary>Asks a person for the release of the phone in front of them. Without one nothing that can lose data is begun.</summary>
internal sealed class ReleasePrompt(Surroundings surroundings, TimeProvider time)
{
    private static readonly TimeSpan Countdown = TimeSpan.FromSeconds(30);

    /// <summary>Null when nobody released it.</summary>
    public async Task<Release?> AskAsync(FlashRequest request, string phoneId, CancellationToken cancellationToken)
    {
        if (request.YesErase)
        {
            return Give(phoneId, request.By ?? Environment.UserName);
        }

        var warning = new Sentence(
            "Everything on this phone will be erased. Has its owner agreed, is their data saved, are the SIM and SD cards out, "
            + "and is the battery not swollen? Type ERASE to go on: ",
            "Tout ce que contient ce téléphone sera effacé. Son propriétaire est-il d'accord, ses données sont-elles sauvegardées, "
            + "les cartes SIM et SD sont-elles retirées, et la batterie n'est-elle pas gonflée ? Tapez EFFACER pour continuer : ");
        if (await surroundings.AskAsync(warning, cancellationToken) is not { } typed || typed.Trim() is not ("ERASE" or "EFFACER"))
        {
            return null;
        }

        var name = request.By ?? await surroundings.AskAsync(
            new Sentence("Who answers for it? Name: ", "Qui en répond ? Nom : "), cancellationToken);
        if (string.IsNullOrWhiteSpace(name))
        {
            return null;
        }

        await surroundings.Talk.WriteLineAsync(surroundings.Say(
            $"It begins in {Countdown.TotalSeconds:0} s. Unplug the phone or press Ctrl-C to stop it; nothing has changed until then.",
            $"Cela commence dans {Countdown.TotalSeconds:0} s. Débranchez le téléphone ou faites Ctrl-C pour arrêter ; rien n'a changé jusque-là."));
        await Task.Delay(Countdown, time, cancellationToken);
        return Give(phoneId, name.Trim());
    }

    private Release Give(string phoneId, string by) => new()
    {
        ReleaseId = Guid.CreateVersion7(time.GetUtcNow()).ToString(),
        PhoneId = phoneId,
        ReleasedBy = by,
        ReleasedAt = time.GetUtcNow().ToTimestamp(),
    };
}
