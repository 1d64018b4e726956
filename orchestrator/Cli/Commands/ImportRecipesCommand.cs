using System.CommandLine;
using Espero.Cli.Output;
using Espero.Station.Recipes.Importing;
using Espero.Station.Recipes.Models;

namespace Espero.Cli.Commands;

/// <summary>espero recipes import.</summary>
internal static class ImportRecipesCommand
{
    public static Command Create(SharedOptions shared, Surroundings surroundings)
    {
        var kind = new Argument<string>("PROJECT") { Description = shared.Say("Whose data it is.", "De qui sont les données.") };
        kind.AcceptOnlyFromAmong([.. PackSource.All.Select(source => source.Kind)]);
        var folder = new Argument<string>("DIR") { Description = shared.Say("The folder with its files.", "Le dossier de ses fichiers.") };
        var into = new Option<string>("-o", "--out")
        {
            Description = shared.Say("Where the pack's folder is made.", "Où le dossier du lot est créé."),
            HelpName = shared.Say("DIR", "DOSSIER"),
            Required = true,
        };
        var models = new Option<string?>("--models")
        {
            Description = shared.Say(
                "The folder of all data sets, each in its own folder: one proves what another does not know. Default: where DIR is.",
                "Le dossier de toutes les données, chacune dans le sien : l'une prouve ce que l'autre ignore. Par défaut : là où est DIR."),
            HelpName = shared.Say("DIR", "DOSSIER"),
        };
        var command = new Command("import", shared.Say(
            "Example: espero recipes import ubports installer-configs/ --out packs/\n\nMakes a pack of recipes of a public project's data, and says what became of each file.\nExit codes: 0 all compile that are in scope, 1 some do not, 2 the folder is of another project. Out of scope is what by the data itself is no phone or tablet, or is not maintained.",
            "Exemple : espero recipes import ubports installer-configs/ --out lots/\n\nFait un lot de recettes des données d'un projet public, et dit ce que chaque fichier est devenu.\nCodes de sortie : 0 tous ceux du sujet compilent, 1 certains non, 2 le dossier est d'un autre projet. Hors sujet : ce qui, selon les données elles-mêmes, n'est ni téléphone ni tablette, ou n'est plus maintenu."))
        {
            kind,
            folder,
            into,
            models,
        };
        return RecipesCommand.Carry(command, surroundings, (parsed, _) =>
        {
            var path = parsed.GetRequiredValue(folder);
            var book = ModelBook.Read(parsed.GetValue(models) ?? Path.GetDirectoryName(Path.GetFullPath(path).TrimEnd('/')) ?? "/");
            var pack = PackImporter.Import(PackSource.Find(parsed.GetRequiredValue(kind))!, path, book);
            if (pack.Files.IsEmpty)
            {
                throw NoFiles(path);
            }

            if (pack.OtherProject is { } other)
            {
                throw OtherProject(pack.Source, path, other);
            }

            var target = parsed.GetRequiredValue(into);
            var written = Write(pack, book, target) ?? throw NotAPack(Path.Combine(target, pack.Source.Kind));
            ImportOutput.Write(pack, written, RecipesCommand.Format(shared, parsed), surroundings);
            return Task.FromResult(pack.Files.Any(file => file.Fails) ? ExitCode.Failed : ExitCode.Ok);
        });
    }

    private static string? Write(ImportedPack pack, ModelBook book, string into)
    {
        try
        {
            return PackFolder.Write(pack, book, into);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw NotWritten(into, fault);
        }
    }

    private static StopException NotWritten(string into, Exception fault) => new(ExitCode.Failed, new Sentence(
        $"The pack cannot be written into {into} ({fault.Message}), so it is missing or not whole. Check that this is a folder, that you may write there and that the disk has room; then run this again.",
        $"Le lot ne peut pas être écrit dans {into} ({fault.Message}) : il manque ou n'est pas entier. Vérifiez que c'est un dossier, que vous avez le droit d'y écrire et que le disque a de la place ; puis relancez la commande."));

    private static StopException NoFiles(string folder) => StopException.Usage(
        $"No .yml or .yaml file lies in {folder} itself, so there is nothing to import. Give the folder that holds the files of one project.",
        $"Aucun fichier .yml ou .yaml ne se trouve directement dans {folder} : il n'y a rien à importer. Indiquez le dossier des fichiers d'un seul projet.");

    private static StopException OtherProject(PackSource named, string folder, PackSource found) => StopException.Usage(
        $"No file in {folder} is one of {named.Project}; they look like those of {found.Project}, so nothing was written. Type: espero recipes import {found.Kind} {folder}, with the same --out.",
        $"Aucun fichier de {folder} ne vient de {named.Project} ; ils ressemblent à ceux de {found.Project} : rien n'a été écrit. Tapez : espero recipes import {found.Kind} {folder}, avec le même --out.");

    private static StopException NotAPack(string folder) => new(ExitCode.Refused, new Sentence(
        $"{folder} is there and is not this pack, so nothing was written: your own recipes may be in it. Choose another folder with --out.",
        $"{folder} existe et n'est pas ce lot : rien n'a été écrit, vos propres recettes y sont peut-être. Choisissez un autre dossier avec --out."));
}
