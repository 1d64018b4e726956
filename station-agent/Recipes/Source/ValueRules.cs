using System.Text.RegularExpressions;
using Espero.Station.Recipes.Words;

namespace Espero.Station.Recipes.Source;

/// <summary>The shapes of names and words in build files and recipes.</summary>
internal static partial class ValueRules
{
    public static readonly ValueRule Title = new(
        TitlePattern(), new Sentence("a name of 1 to 100 characters on one line", "un nom de 1 à 100 caractères, sur une ligne"));

    public static readonly ValueRule Version = new(
        VersionPattern(), new Sentence("a version of 1 to 60 characters without spaces", "une version de 1 à 60 caractères, sans espace"));

    public static readonly ValueRule Model = new(
        ModelPattern(), new Sentence("vendor/codename, such as google/sargo", "fabricant/nom-de-code, par exemple google/sargo"));

    public static readonly ValueRule FileName = new(
        FileNamePattern(),
        new Sentence(
            "a plain file name of letters, digits and . _ + - (no folder, no address)",
            "un simple nom de fichier en lettres, chiffres et . _ + - (ni dossier, ni adresse)"));

    public static readonly ValueRule Sha256 = new(
        Sha256Pattern(), new Sentence("64 lower-case hexadecimal digits, as sha256sum prints", "64 chiffres hexadécimaux minuscules, comme les écrit sha256sum"));

    public static readonly ValueRule Md5 = new(
        Md5Pattern(), new Sentence("32 lower-case hexadecimal digits, as md5sum prints", "32 chiffres hexadécimaux minuscules, comme les écrit md5sum"));

    public static readonly ValueRule Address = new(
        AddressPattern(), new Sentence("1 to 500 characters on one line without spaces", "1 à 500 caractères sur une ligne, sans espace"));

    public static readonly ValueRule Code = new(
        CodePattern(), new Sentence("a word of small letters, digits and hyphens", "un mot en minuscules, chiffres et traits d'union"));

    public static readonly ValueRule StepId = new(
        StepIdPattern(),
        new Sentence("1 to 64 small letters, digits and . _ -", "1 à 64 minuscules, chiffres et . _ -"));

    public static readonly ValueRule Partition = new(
        PartitionPattern(),
        new Sentence("a partition's name of 1 to 36 letters, digits and . _ : -", "un nom de partition de 1 à 36 lettres, chiffres et . _ : -"));

    public static readonly ValueRule PathOnPhone = new(
        PathPattern(), new Sentence("an absolute path on the phone without ..", "un chemin absolu sur le téléphone, sans .."));

    public static readonly ValueRule PathInArchive = new(
        ArchivePathPattern(), new Sentence("a path inside the archive without ..", "un chemin dans l'archive, sans .."));

    [GeneratedRegex(@"\A(?! )[^\n\r\t]{1,100}(?<! )\z")]
    private static partial Regex TitlePattern();

    [GeneratedRegex(@"\A[^\s]{1,60}\z")]
    private static partial Regex VersionPattern();

    [GeneratedRegex(@"\A[a-z0-9][a-z0-9._-]{0,39}/[A-Za-z0-9][A-Za-z0-9._-]{0,59}\z")]
    private static partial Regex ModelPattern();

    [GeneratedRegex(@"\A[A-Za-z0-9_][A-Za-z0-9._+-]{0,119}\z")]
    private static partial Regex FileNamePattern();

    [GeneratedRegex(@"\A[0-9a-f]{64}\z")]
    private static partial Regex Sha256Pattern();

    [GeneratedRegex(@"\A[0-9a-f]{32}\z")]
    private static partial Regex Md5Pattern();

    [GeneratedRegex(@"\A[^\s]{1,500}\z")]
    private static partial Regex AddressPattern();

    [GeneratedRegex(@"\A[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?\z")]
    private static partial Regex CodePattern();

    [GeneratedRegex(@"\A[a-z0-9][a-z0-9._-]{0,63}\z")]
    private static partial Regex StepIdPattern();

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9._:-]{0,35}\z")]
    private static partial Regex PartitionPattern();

    [GeneratedRegex(@"\A(?!.*(?:^|/)\.\.?(?:/|\z))/[A-Za-z0-9._+-]+(?:/[A-Za-z0-9._+-]+)*\z")]
    private static partial Regex PathPattern();

    [GeneratedRegex(@"\A(?!.*(?:^|/)\.\.?(?:/|\z))[A-Za-z0-9._+* -]+(?:/[A-Za-z0-9._+* -]+)*\z")]
    private static partial Regex ArchivePathPattern();
}
