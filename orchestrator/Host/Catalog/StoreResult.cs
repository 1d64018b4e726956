using Espero.Station.Recipes.Words;

namespace Espero.Orchestrator.Catalog;

/// <summary>What became of a file that was sent.</summary>
internal abstract record StoreResult
{
    private StoreResult()
    {
    }

    internal sealed record Stored(long SizeBytes) : StoreResult;

    /// <summary>These very bytes were here before.</summary>
    internal sealed record AlreadyHere(long SizeBytes) : StoreResult;

    internal sealed record WrongHash(string Announced, string Found) : StoreResult;

    internal sealed record DiskFull : StoreResult;

    internal sealed record TooLarge(long MaxBytes) : StoreResult;

    /// <summary>Null when the file is here.</summary>
    public Sentence? Complaint => this switch
    {
        WrongHash wrong => new(
            $"What arrived has the SHA-256 {wrong.Found} and not {wrong.Announced}, so it was thrown away. The file was changed or spoilt on its way: fetch it again from its publisher, check it with sha256sum, and send it again.",
            $"Le contenu reçu a le SHA-256 {wrong.Found} et non {wrong.Announced} ; il a été jeté. Le fichier a été modifié ou abîmé en route : récupérez-le de nouveau chez son éditeur, vérifiez-le avec sha256sum, puis renvoyez-le."),
        DiskFull => new(
            "The orchestrator's disk is full, so the file was thrown away. Whoever looks after the server makes room; then send it again.",
            "Le disque de l'orchestrateur est plein ; le fichier a été jeté. La personne qui s'occupe du serveur fait de la place ; renvoyez-le ensuite."),
        TooLarge large => new(
            $"The file is larger than {large.MaxBytes} bytes, the most this orchestrator takes, so it was thrown away. Check that it is the right file, or have Catalog:MaxFileBytes raised.",
            $"Le fichier dépasse {large.MaxBytes} octets, le maximum accepté par cet orchestrateur ; il a été jeté. Vérifiez que c'est le bon fichier, ou faites augmenter Catalog:MaxFileBytes."),
        _ => null,
    };
}
