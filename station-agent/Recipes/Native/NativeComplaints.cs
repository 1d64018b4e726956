using System.Collections.Immutable;
using Espero.Station.Recipes.Source;
using Espero.Station.Recipes.Words;
using static Espero.Station.Recipes.Source.ValueComplaints;

namespace Espero.Station.Recipes.Native;

/// <summary>What can be wrong with a file of another format. What a recipe must hold too is said by the compiler.</summary>
internal static class NativeComplaints
{
    public static readonly Complaint VersionFirst = new(
        "version-first",
        "The first task of a fastboot-info.txt is its version, and no other one is. Check that the file is whole.",
        "La première tâche d'un fastboot-info.txt est sa version, et aucune autre. Vérifiez que le fichier est entier.");

    public static readonly Complaint OnlyElements = new(
        "only-elements",
        "A flashfile holds elements with attributes and nothing else, and this is something else. Check that this is the right file.",
        "Un flashfile contient des éléments avec leurs attributs et rien d'autre, et ceci est autre chose. Vérifiez que c'est le bon fichier.");

    public static readonly Complaint NoStep = new(
        "no-step",
        "The file holds no step, so there would be nothing to do. Check that it is whole.",
        "Le fichier ne contient aucune étape, il n'y aurait rien à faire. Vérifiez qu'il est entier.");

    public static readonly Complaint NoPowerdown = new(
        "no-powerdown",
        "A phone that is switched off can never be seen running, and Espero counts nothing as done that it did not see. Delete the step.",
        "Un téléphone éteint ne peut pas être vu en marche, et Espero ne compte comme fait que ce qu'il a vu. Supprimez l'étape.");

    public static Complaint NoModelFile(string recipe) => new(
        "no-model-file",
        $"{recipe} does not prove by two sources which phone it is for, and another model's system can ruin a phone. Put a model.yaml beside it with \"model: vendor/codename\" and under \"identity\" a second source, for example the size of a partition.",
        $"{recipe} ne prouve pas par deux sources à quel téléphone il est destiné, et le système d'un autre modèle peut abîmer un téléphone. Placez à côté un model.yaml avec « model: fabricant/nom-de-code » et, sous « identity », une deuxième source, par exemple la taille d'une partition.");

    public static Complaint NotToLeave(string partition) => new(
        "not-to-leave",
        $"\"{partition}\" is not one of the partitions that are never written, and a system without one of its parts may not start. Delete it from \"leave\".",
        $"« {partition} » n'est pas une des partitions qu'on n'écrit jamais, et un système auquel il manque une partie peut ne pas démarrer. Retirez-la de « leave ».");

    public static Complaint NotBeside(string file) => new(
        "not-beside",
        $"\"{Shown(file)}\" says what must be on the phone, and it is not beside this file. Put it there; only {NativeFormats.AndroidInfoFileName} can be read so.",
        $"« {Shown(file)} » dit ce que le téléphone doit déjà avoir, et il n'est pas à côté de ce fichier. Placez-l'y ; seul {NativeFormats.AndroidInfoFileName} se lit ainsi.");

    public static Complaint TooManyLines(int maxLines) => new(
        "too-many-lines",
        $"The file has more than {maxLines} lines, which no such list needs. Check that this is the right file.",
        $"Le fichier compte plus de {maxLines} lignes, ce dont aucune liste de ce genre n'a besoin. Vérifiez que c'est le bon fichier.");

    public static Complaint OtherVersion(string found, string known) => new(
        "other-version",
        $"The file has version {Shown(found)}, and this program knows {known}: it could misread a line. Use a newer Espero.",
        $"Le fichier a la version {Shown(found)}, et ce programme connaît la {known} : il pourrait mal lire une ligne. Utilisez un Espero plus récent.");

    public static Complaint WrongWords(string command) => new(
        "wrong-words",
        $"\"{command}\" has too few words on this line, too many, or one that it does not know, so its meaning is not sure. Check that the file is whole.",
        $"« {command} » a sur cette ligne trop ou trop peu de mots, ou un mot inconnu : son sens n'est pas sûr. Vérifiez que le fichier est entier.");

    public static Complaint UnknownOption(string option) => new(
        "unknown-option",
        $"\"{Shown(option)}\" is not an option that is known here, so its meaning is not sure. Use a newer Espero, or check the file.",
        $"« {Shown(option)} » n'est pas une option connue ici : son sens n'est pas sûr. Utilisez un Espero plus récent, ou vérifiez le fichier.");

    public static Complaint NotARequirement(string line) => new(
        "not-a-requirement",
        $"\"{Shown(line)}\" is not a requirement, and one that is not understood must not be passed over. Write for example \"require version-bootloader=1.2|1.3\".",
        $"« {Shown(line)} » n'est pas une exigence, et celle qu'on ne comprend pas ne se saute pas. Écrivez par exemple « require version-bootloader=1.2|1.3 ».");

    public static Complaint CommandNotAllowed(string command) => new(
        "command-not-allowed",
        $"\"{Shown(command)}\" goes to the phone as it stands, and it is not one of the commands that may. Whoever looks after Espero decides whether it joins the list.",
        $"« {Shown(command)} » irait tel quel au téléphone, et ne fait pas partie des commandes permises. La personne qui s'occupe d'Espero décide de l'ajouter à la liste.");

    public static Complaint NotXml(string parserSays) => new(
        "not-xml",
        $"The file cannot be read as XML without a document type from here on ({parserSays.ReplaceLineEndings(" ").TrimEnd('.')}). Check that it is whole and not altered.",
        $"À partir d'ici, le fichier n'est plus du XML lisible sans type de document ({parserSays.ReplaceLineEndings(" ").TrimEnd('.')}). Vérifiez qu'il est entier et non modifié.");

    public static Complaint XmlTooLarge(int maxElements, int maxDepth) => new(
        "xml-too-large",
        $"The file has more than {maxElements} elements, or nests them more than {maxDepth} deep, which no flashfile needs. Check that this is the right file.",
        $"Le fichier compte plus de {maxElements} éléments, ou les imbrique sur plus de {maxDepth} niveaux, ce dont aucun flashfile n'a besoin. Vérifiez que c'est le bon fichier.");

    public static Complaint OtherContent(string file, string algorithm, string found) => new(
        "other-content",
        $"{file} has the {algorithm} {found}, and not the one that stands here: it is another file, or was spoilt on its way. Fetch it again from its publisher.",
        $"{file} a le {algorithm} {found}, et non celui inscrit ici : c'est un autre fichier, ou il a été abîmé en route. Récupérez-le de nouveau chez son éditeur.");

    public static Complaint UnknownCommand(string command, string? nearest, ImmutableArray<string> valid)
    {
        var hint = LanguageList.Hint(nearest, valid);
        return new Complaint(
            "unknown-command",
            new Sentence(
                $"\"{Shown(command)}\" is not a command of this format, and one that is not understood must not be passed over. {hint.English}",
                $"« {Shown(command)} » n'est pas une commande de ce format, et celle qu'on ne comprend pas ne se saute pas. {hint.French}"),
            nearest);
    }

    public static Complaint UnknownElement(string element, string? nearest)
    {
        var hint = LanguageList.Hint(nearest, []);
        return new Complaint(
            "unknown-element",
            new Sentence(
                $"\"{Shown(element)}\" is not an element of a flashfile, and one that is not understood must not be passed over. {hint.English}",
                $"« {Shown(element)} » n'est pas un élément d'un flashfile, et celui qu'on ne comprend pas ne se saute pas. {hint.French}"),
            nearest);
    }
}
