namespace Espero.Station.Recipes.Source;

/// <summary>What can be wrong with a file before anybody asks what it means.</summary>
internal static class YamlComplaints
{
    public static readonly Complaint Empty = new(
        "empty-file",
        "The file is empty, so there is nothing to do. Write its keys, or name another file.",
        "Le fichier est vide, il n'y a donc rien à faire. Écrivez ses clés ou indiquez un autre fichier.");

    public static readonly Complaint Tab = new(
        "tab-in-indentation",
        "This line is indented with a tab, and YAML allows only spaces there. Replace the tab by spaces.",
        "Cette ligne commence par une tabulation, or YAML n'y accepte que des espaces. Remplacez la tabulation par des espaces.");

    public static readonly Complaint ControlCharacter = new(
        "control-character",
        "There is an invisible control character here, which no text for people needs. Delete it.",
        "Un caractère de contrôle invisible se trouve ici, et aucun texte n'en a besoin. Supprimez-le.");

    public static readonly Complaint Anchor = new(
        "anchor-not-allowed",
        "Anchors (&name) and aliases (*name) are not allowed, because a reviewer must see each step in its place. Write the text out; a text that starts with & or * needs quotes.",
        "Les ancres (&nom) et les alias (*nom) ne sont pas permis, car la relecture doit voir chaque étape à sa place. Écrivez le texte en entier ; un texte qui commence par & ou * se met entre guillemets.");

    public static readonly Complaint Tag = new(
        "tag-not-allowed",
        "Tags (!name) are not allowed, because the key already says what its value is. Delete the tag; a text that starts with ! needs quotes.",
        "Les étiquettes (!nom) ne sont pas permises, car la clé dit déjà ce qu'est sa valeur. Supprimez l'étiquette ; un texte qui commence par ! se met entre guillemets.");

    public static readonly Complaint KeyNotText = new(
        "key-not-text",
        "A key must be a plain word, and this one is a list or a group. Write the key as a word.",
        "Une clé doit être un simple mot, et celle-ci est une liste ou un groupe. Écrivez la clé comme un mot.");

    public static readonly Complaint SecondDocument = new(
        "second-document",
        "A second document starts here (---), and a file holds only one. Move it to its own file.",
        "Un deuxième document commence ici (---), et un fichier n'en contient qu'un. Mettez-le dans son propre fichier.");

    public static Complaint TooLarge(int maxBytes) => new(
        "file-too-large",
        $"The file is larger than {maxBytes} bytes, which no recipe needs. Check that this is the right file.",
        $"Le fichier dépasse {maxBytes} octets, ce dont aucune recette n'a besoin. Vérifiez que c'est le bon fichier.");

    public static Complaint TooDeep(int maxDepth) => new(
        "nested-too-deep",
        $"Lists and groups are nested more than {maxDepth} deep here, which nobody can review. Make it flatter.",
        $"Listes et groupes sont imbriqués sur plus de {maxDepth} niveaux, ce que personne ne peut relire. Aplatissez cette partie.");

    public static Complaint TooMany(int maxNodes) => new(
        "too-many-entries",
        $"The file has more than {maxNodes} entries, which no recipe needs. Split it or check that this is the right file.",
        $"Le fichier compte plus de {maxNodes} entrées, ce dont aucune recette n'a besoin. Divisez-le ou vérifiez que c'est le bon fichier.");

    public static readonly Complaint Unclosed = new(
        "not-yaml",
        "The file cannot be read as YAML from here on: a bracket or a quote is not closed. Check this line and the ones above.",
        "À partir d'ici, le fichier n'est plus du YAML lisible : un crochet, une accolade ou un guillemet n'est pas fermé. Vérifiez cette ligne et celles d'avant.");

    public static Complaint Syntax(string parserSays) => new(
        "not-yaml",
        $"The file cannot be read as YAML from here on ({parserSays}). Check the indentation, the quotes and the colons of this line and the one above.",
        $"À partir d'ici, le fichier n'est plus du YAML lisible ({parserSays}). Vérifiez l'alignement, les guillemets et les deux-points de cette ligne et de la précédente.");

    public static Complaint DuplicateKey(string key, int firstLine) => new(
        "duplicate-key",
        $"\"{key}\" is already given on line {firstLine}, and only one of the two could count. Delete one.",
        $"« {key} » est déjà donné à la ligne {firstLine}, et un seul des deux pourrait compter. Supprimez-en un.");
}
