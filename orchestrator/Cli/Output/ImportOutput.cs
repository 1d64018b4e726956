using System.Globalization;
using Espero.Station.Recipes.Importing;
using Espero.Station.Recipes.Vocabulary;

namespace Espero.Cli.Output;

/// <summary>What became of a data set.</summary>
internal static class ImportOutput
{
    public static void Write(ImportedPack pack, string folder, OutputFormat format, Surroundings surroundings)
    {
        var report = ImportReport.Of(pack);
        if (format is OutputFormat.Json)
        {
            WriteJson(pack, report, folder, surroundings);
            return;
        }

        foreach (var file in pack.Files.Where(file => !file.Compiles).OrderByDescending(file => file.IsOutOfScope))
        {
            foreach (var error in file.Errors)
            {
                surroundings.Output.WriteLine(error.In(surroundings.Language));
            }
        }

        var table = new Table(surroundings.Say("WHAT", "QUOI"), surroundings.Say("HOW MANY", "COMBIEN"));
        table.Add(surroundings.Say("files", "fichiers"), Number(report.Files));
        table.Add(
            surroundings.Say(
                "files out of scope: no phone or tablet, or not maintained", "fichiers hors sujet : ni téléphone ni tablette, ou plus maintenu"),
            Number(report.OutOfScope));
        table.Add(surroundings.Say("files that compile", "fichiers qui compilent"), Number(report.Compiled));
        table.Add(surroundings.Say("files that do not compile", "fichiers qui ne compilent pas"), Number(report.Failed));
        table.Add(surroundings.Say("recipes", "recettes"), Number(report.Recipes));
        foreach (var (proof, count) in report.ByProof)
        {
            var words = PeopleWords.Of(proof);
            table.Add(
                surroundings.Say($"recipes, proof without hands: {words.English}", $"recettes, preuve sans geste : {words.French}"),
                Number(count));
        }

        table.Add(
            surroundings.Say("recipes that ask for no hands on the way", "recettes qui ne demandent aucun geste en chemin"),
            Number(report.NeedNobody));
        table.Add(surroundings.Say("recipes that need a person's word for the model", "recettes où une personne doit dire le modèle"), Number(report.NeedAPersonsWord));
        table.Add(surroundings.Say("recipes that need a signature", "recettes qui demandent une signature"), Number(report.NeedASignature));
        table.Add(surroundings.Say("recipes with a hash for every download", "recettes avec une empreinte par fichier"), Number(report.WithAllHashes));
        table.Write(surroundings.Output);
        foreach (var (file, writes) in report.LeftOut)
        {
            var all = string.Join(", ", writes);
            surroundings.Output.WriteLine(surroundings.Say(
                $"{file} offers this, too, and no recipe does it: {all}.", $"{file} propose aussi ceci, qu'aucune recette ne fait : {all}."));
        }

        foreach (var (file, partitions) in report.UnknownPartitions)
        {
            var all = string.Join(", ", partitions);
            surroundings.Output.WriteLine(surroundings.Say(
                $"{file} writes {all}, and what that holds is not known: taken for part of what the phone starts with.",
                $"{file} écrit {all}, dont le contenu n'est pas connu : considéré comme une partie de ce qui démarre le téléphone."));
        }

        surroundings.Output.WriteLine(surroundings.Say($"The pack is in {folder}.", $"Le lot est dans {folder}."));
    }

    private static void WriteJson(ImportedPack pack, ImportReport report, string folder, Surroundings surroundings) =>
        JsonLine.Write(surroundings.Output, json =>
        {
            json.WriteString("pack", folder);
            json.WriteString("licence", pack.Source.Licence);
            json.WriteString("attribution", pack.Source.Attribution);
            json.WriteNumber("files", report.Files);
            json.WriteNumber("compiled", report.Compiled);
            json.WriteNumber("recipes", report.Recipes);
            json.WriteStartObject("by_proof");
            foreach (var (proof, count) in report.ByProof)
            {
                json.WriteNumber(PlanWords.Proofs.WordOf(proof), count);
            }

            json.WriteEndObject();
            json.WriteNumber("need_nobody", report.NeedNobody);
            json.WriteNumber("need_a_persons_word", report.NeedAPersonsWord);
            json.WriteNumber("need_a_signature", report.NeedASignature);
            json.WriteNumber("with_all_hashes", report.WithAllHashes);
            json.WriteAll("left_out", report.LeftOut, pair =>
            {
                json.WriteString("file", pair.Key);
                json.WriteString("writes", string.Join(", ", pair.Value));
            });
            json.WriteAll("taken_for_boot_chain", report.UnknownPartitions, pair =>
            {
                json.WriteString("file", pair.Key);
                json.WriteString("partitions", string.Join(", ", pair.Value));
            });
            WriteReasons("out_of_scope", file => file.IsOutOfScope);
            WriteReasons("refused", file => file.Fails);

            void WriteReasons(string name, Func<ImportedFile, bool> isMeant) => json.WriteAll(name, pack.Files.Where(isMeant), file =>
            {
                json.WriteString("file", file.File);
                json.WriteString("reason", string.Join("; ", file.Errors.Select(error => error.In(surroundings.Language))));
            });
        });

    private static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);
}
