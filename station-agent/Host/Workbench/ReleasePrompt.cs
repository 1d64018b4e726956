using Espero.Station.Domain.Flashing;
using Espero.Station.Recipes.Failures;
using Espero.Station.Recipes.Words;
using Google.Protobuf.WellKnownTypes;
using Release = Espero.Station.V1.Release;

namespace Espero.Station.Workbench;

/// <summary>Asks a person for the release of the phone in front of them. Without one nothing that can lose data is begun.</summary>
internal sealed class ReleasePrompt(Surroundings surroundings, TimeProvider time)
{
    private static readonly TimeSpan Countdown = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(500);

    private static readonly string[] Swollen = ["SWOLLEN", "GONFLÉE", "GONFLEE"];

    private static readonly Refusal NotReleased = new(FailureCode.ReleaseMissing, "", "Nobody released this phone to be erased.");

    /// <summary>The release, or why there is none: nobody gave it, the battery is swollen, the phone was unplugged.</summary>
    /// <param name="gap">Why the phone is no longer the one that was checked; null while it has hung on its port without a break.</param>
    public async Task<ReleaseAnswer> AskAsync(
        FlashRequest request, string phoneId, Func<Refusal?> gap, CancellationToken cancellationToken)
    {
        if (request.YesErase)
        {
            return Give(phoneId, request.By ?? Environment.UserName);
        }

        if (surroundings.Answers is null)
        {
            await surroundings.Talk.WriteLineAsync(surroundings.Say(
                "Nobody can be asked for the release here: this is no terminal. Start the command in one, or give the release with "
                + "--yes-erase and --by NAME.",
                "Personne ici ne peut donner le feu vert : ce n'est pas un terminal. Lancez la commande dans un terminal, ou donnez le "
                + "feu vert avec --yes-erase et --by NOM."));
            return NotReleased;
        }

        var warning = new Sentence(
            "Everything on this phone will be erased. Has its owner agreed, is their data saved, are the SIM and SD cards out, "
            + "and is the battery not swollen? If it is swollen, type SWOLLEN. Type ERASE to go on: ",
            "Tout ce que contient ce téléphone sera effacé. Son propriétaire est-il d'accord, ses données sont-elles sauvegardées, "
            + "les cartes SIM et SD sont-elles retirées, et la batterie n'est-elle pas gonflée ? Si elle est gonflée, tapez GONFLÉE. "
            + "Tapez EFFACER pour continuer : ");
        var typed = (await surroundings.AskAsync(warning, cancellationToken))?.Trim();
        if (Swollen.Contains(typed, StringComparer.OrdinalIgnoreCase)) // a danger is heard however it is written
        {
            return new Refusal(FailureCode.BatterySwollen, "", "The person at the phone says that its battery is swollen.");
        }

        if (typed is not ("ERASE" or "EFFACER"))
        {
            return NotReleased;
        }

        var name = request.By ?? await surroundings.AskAsync(
            new Sentence("Who answers for it? Name: ", "Qui en répond ? Nom : "), cancellationToken);
        if (string.IsNullOrWhiteSpace(name))
        {
            return NotReleased;
        }

        await surroundings.Talk.WriteLineAsync(surroundings.Say(
            $"It begins in {Countdown.TotalSeconds:0} s. Unplug the phone or press Ctrl-C to stop it; nothing has changed until then.",
            $"Cela commence dans {Countdown.TotalSeconds:0} s. Débranchez le téléphone ou faites Ctrl-C pour arrêter ; rien n'a changé jusque-là."));
        return await CountDownAsync(gap, cancellationToken) is { } unplugged ? unplugged : Give(phoneId, name.Trim());
    }

    private async Task<Refusal?> CountDownAsync(Func<Refusal?> gap, CancellationToken cancellationToken)
    {
        for (var left = Countdown; left > TimeSpan.Zero && gap() is null; left -= BetweenLooks)
        {
            await Task.Delay(BetweenLooks, time, cancellationToken);
        }

        return gap();
    }

    private ReleaseAnswer Give(string phoneId, string by) => new Release
    {
        ReleaseId = Guid.CreateVersion7(time.GetUtcNow()).ToString(),
        PhoneId = phoneId,
        ReleasedBy = by,
        ReleasedAt = time.GetUtcNow().ToTimestamp(),
    };
}
