using Espero.Station.Recipes.Words;

namespace Espero.Orchestrator.Dashboard.Texts;

/// <summary>Every text of the pages that is not a sentence of Jobs or of the catalogue of failures. A text without its French does not compile.</summary>
internal static partial class PageTexts
{
    public static readonly Sentence Title = new("Espero · what is going on", "Espero · ce qui se passe");
    public static readonly Sentence Home = new("Back to all phones", "Retour à tous les téléphones");
    public static readonly Sentence SkipToContent = new("Skip to the content", "Aller au contenu");
    public static readonly Sentence Tagline = new("A longer life for old phones", "Une vie plus longue pour les vieux téléphones");
    public static readonly Sentence Navigation = new("Pages", "Pages");
    public static readonly Sentence PlacePhones = new("Phones and stations", "Téléphones et postes");
    public static readonly Sentence PlaceVerdict = new("Can it be freed?", "Peut-on le libérer ?");
    public static readonly Sentence DataOf = new("Data of", "Données de");
    public static readonly Sentence Refresh = new("Refresh", "Actualiser");
    public static readonly Sentence LiveLost = new(
        "This page no longer updates by itself; what you see may be old. It keeps trying; you can also reload it.",
        "Cette page ne se met plus à jour toute seule ; ce qui est affiché peut dater. Elle continue d'essayer ; vous pouvez aussi la recharger.");
    public static readonly Sentence Phone = new("Phone", "Téléphone");
    public static readonly Sentence System = new("System", "Système");
    public static readonly Sentence Place = new("Place", "Endroit");
    public static readonly Sentence When = new("When", "Quand");
    public static readonly Sentence Result = new("Result", "Résultat");
    public static readonly Sentence Port = new("port {0}", "prise {0}");
    public static readonly Sentence StationAndPort = new("{0}, port {1}", "{0}, prise {1}");
    public static readonly Sentence Station = new("station {0}", "poste {0}");
    public static readonly Sentence UnknownPhone = new("Unknown phone", "Téléphone inconnu");
    public static readonly Sentence NoPlaceYet = new("nowhere yet", "nulle part encore");

    public static readonly Sentence NotFoundTitle = new("There is no such page", "Cette page n'existe pas");
    public static readonly Sentence DatabaseAwayTitle = new("The page cannot be shown", "La page ne peut pas être affichée");
    public static readonly Sentence DatabaseAway = new(
        "The database does not answer, so nobody can say how things stand. Phones being written are not affected: their stations go on and report later. Reload in a moment; if it stays so, whoever runs the orchestrator looks at PostgreSQL.",
        "La base de données ne répond pas : impossible de dire où en sont les choses. Les téléphones en cours d'écriture ne risquent rien : leurs postes continuent et rendront compte plus tard. Rechargez dans un instant ; si cela dure, la personne qui s'occupe de l'orchestrateur regarde PostgreSQL.");
}
