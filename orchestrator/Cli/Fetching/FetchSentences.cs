using System.Globalization;
using Espero.Station.Recipes.Builds;
using Espero.Station.Recipes.VerifiedBoot;

namespace Espero.Cli.Fetching;

/// <summary>What is said to people about the files of a build.</summary>
internal static class FetchSentences
{
    private const int ShownOfKey = 16;

    public static readonly Sentence Stated = new("has the hash that its publisher states", "a l'empreinte annoncée par son éditeur");

    public static readonly Sentence Written = new("written as the recipe says", "écrit comme le dit la recette");

    public static readonly Sentence Brought = new("brought by a person; nobody states a hash", "apporté par une personne ; personne n'annonce d'empreinte");

    public static readonly Sentence NeedsAnother = new(
        "waits for a file above that is not here", "attend un fichier ci-dessus qui n'est pas là");

    public static readonly Sentence NothingMakes = new(
        "no step of the recipe makes it; mend the recipe or its origins", "aucune étape de la recette ne le produit ; corrigez la recette ou ses origines");

    public static Sentence NotStated(Uri address) => new(
        $"no hash is stated: that it is genuine rests on HTTPS and {address.Host}",
        $"aucune empreinte annoncée : son authenticité repose sur HTTPS et {address.Host}");

    public static Sentence Unpacked(string archive) => new($"taken out of {archive}", $"extrait de {archive}");

    public static Sentence Spoilt(string archive, string why) => new(
        $"{archive} cannot be unpacked ({why}). Delete it and fetch again; if it stays, its publisher has another archive than the recipe expects.",
        $"{archive} ne peut pas être extrait ({why}). Supprimez-le et récupérez-le de nouveau ; si cela persiste, l'éditeur propose une autre archive que celle attendue.");

    /// <summary>Where a person finds it, and where it goes then.</summary>
    public static Sentence ForAPerson(OriginFile origin, string folder)
    {
        var (english, french) = origin.Address is { } address ? ($" from {address}", $" depuis {address}") : ("", "");
        var choice = string.Join(", ", origin.ToChoose);
        return new Sentence(
            $"download it yourself{english}{(choice.Length == 0 ? "" : $", having chosen {choice}")}, put it into {folder} as {origin.Name}, and start this command again",
            $"téléchargez-le vous-même{french}{(choice.Length == 0 ? "" : $", après avoir choisi {choice}")}, mettez-le dans {folder} sous le nom {origin.Name}, puis relancez cette commande");
    }

    public static Sentence NoIndex(OriginFile origin) => new(
        $"the list of builds at {origin.Address} cannot be read, or has no \"{origin.Role}\". Look there whether the model still has builds, and start this command again.",
        $"la liste des versions à {origin.Address} est illisible, ou n'a pas « {origin.Role} ». Regardez-y si le modèle a encore des versions, puis relancez cette commande.");

    public static Sentence BadSignature { get; } = new(
        "its own signature (vbmeta) does not fit it: it was spoilt or changed. Delete it and fetch again; do not use it.",
        "sa propre signature (vbmeta) ne lui correspond pas : il a été abîmé ou modifié. Supprimez-le et récupérez-le de nouveau ; ne l'utilisez pas.");

    /// <summary>Which key has signed it; a locked phone may want to be told.</summary>
    public static Sentence Signed(Sentence remark, VbmetaImage image)
    {
        var key = image.PublicKeySha256[..ShownOfKey];
        return new Sentence($"{remark.English}; signed with the key {key}…", $"{remark.French} ; signé avec la clé {key}…");
    }

    public static Sentence Of(DownloadEnd end, WantedFile file, FetchLimits limits)
    {
        var at = file.Address;
        return end switch
        {
            DownloadEnd.Complete => Stated,
            DownloadEnd.BrokenOff => new(
                $"{at.Host} breaks off or does not answer. What has arrived is kept: start this command again later.",
                $"{at.Host} coupe ou ne répond pas. Ce qui est arrivé est gardé : relancez cette commande plus tard."),
            DownloadEnd.NotFound => new(
                $"{at} does not exist any more. Look at its publisher's for the new address and write it into the origins file.",
                $"{at} n'existe plus. Cherchez la nouvelle adresse chez l'éditeur et écrivez-la dans le fichier des origines."),
            DownloadEnd.Refused => new(
                $"{at.Host} does not give it to a program. Download {at} in a browser and put it into the folder under the name {file.Name}.",
                $"{at.Host} ne le donne pas à un programme. Téléchargez {at} dans un navigateur et mettez-le dans le dossier sous le nom {file.Name}."),
            DownloadEnd.LedAstray => new(
                $"{at} leads to an address without HTTPS, or from one to the next without end, so nothing was taken. Look at its publisher's for another address.",
                $"{at} mène à une adresse sans HTTPS, ou de l'une à l'autre sans fin : rien n'a été pris. Cherchez une autre adresse chez l'éditeur."),
            DownloadEnd.TooLarge => new(
                $"{at} is larger than {Gibibytes(limits.MaxBytes)} GiB, which no system is, so nothing was kept. Check the address.",
                $"{at} dépasse {Gibibytes(limits.MaxBytes)} Gio, ce qu'aucun système ne fait : rien n'a été gardé. Vérifiez l'adresse."),
            DownloadEnd.OtherSize => new(
                $"{at} has another size than its publisher states, so nothing was kept. Start this command again later; if it stays, tell the publisher.",
                $"{at} n'a pas la taille annoncée par son éditeur : rien n'a été gardé. Relancez cette commande plus tard ; si cela persiste, prévenez l'éditeur."),
            DownloadEnd.OtherHash => new(
                $"{at} came twice with another hash than its publisher states, so nothing was kept. Its publisher may have replaced it: import the recipes again, and do not use the file.",
                $"{at} est arrivé deux fois avec une autre empreinte que celle annoncée : rien n'a été gardé. L'éditeur l'a peut-être remplacé : importez de nouveau les recettes, et n'utilisez pas ce fichier."),
            DownloadEnd.DiskFull => new(
                "the disk cannot take it. Make room, and start this command again: what has arrived is kept.",
                "le disque ne peut pas le recevoir. Faites de la place, puis relancez cette commande : ce qui est arrivé est gardé."),
            DownloadEnd.TookTooLong => new(
                $"{at.Host} is so slow that it was given up after {limits.Longest.TotalHours.ToString("0", CultureInfo.InvariantCulture)} h. What has arrived is kept: start this command again.",
                $"{at.Host} est si lent que l'attente a été abandonnée au bout de {limits.Longest.TotalHours.ToString("0", CultureInfo.InvariantCulture)} h. Ce qui est arrivé est gardé : relancez cette commande."),
        };
    }

    private static string Gibibytes(long bytes) => (bytes >> 30).ToString(CultureInfo.InvariantCulture);
}
