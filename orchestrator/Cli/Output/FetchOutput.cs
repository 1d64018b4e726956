using System.Globalization;
using Espero.Cli.Fetching;

namespace Espero.Cli.Output;

/// <summary>What became of the files of builds.</summary>
internal static class FetchOutput
{
    public static Action<long, long> Progress(string name, Surroundings say)
    {
        var shown = -1L;
        return (here, total) =>
        {
            // Percent, or whole MiB where nobody says how much it will be.
            var now = total > 0 ? here * 100 / total : here >> 20;
            if (say.TalkIsTerminal && now > shown)
            {
                shown = now;
                say.Talk.Write($"\r{name} {now} {(total > 0 ? "%" : "MiB")}{(here == total ? "\n" : "")}");
            }
        };
    }

    public static void Write(IReadOnlyList<FetchedBuild> builds, OutputFormat format, Surroundings say)
    {
        if (format is OutputFormat.Json)
        {
            JsonLine.Write(say.Output, json => json.WriteAll("builds", builds, build =>
            {
                json.WriteString("recipe", build.Recipe);
                json.WriteString("folder", build.Folder);
                json.WriteString("build_file", build.BuildFile);
                json.WriteSentence("trouble", build.Trouble);
                json.WriteAll("files", build.Files, file =>
                {
                    json.WriteString("name", file.Name);
                    json.WriteString("state", file.State.ToString());
                    json.WriteString("sha256", file.Measured?.Sha256);
                    json.WriteSentence("remark", file.Remark);
                });
            }));
            return;
        }

        foreach (var build in builds)
        {
            Write(build, say);
        }
    }

    private static void Write(FetchedBuild build, Surroundings say)
    {
        if (build.Trouble is { } trouble)
        {
            say.Output.WriteLine(say.Say(
                $"{build.Recipe}: not fetched, the recipe cannot be followed:", $"{build.Recipe} : rien n'est récupéré, la recette ne peut pas être suivie :"));
            say.Output.WriteLine(say.Say(trouble));
            return;
        }

        var table = new Table(say.Say("FILE", "FICHIER"), say.Say("STATE", "ÉTAT"), say.Say("BYTES", "OCTETS"), say.Say("WHY", "POURQUOI"));
        foreach (var file in build.Files)
        {
            table.Add(file.Name, say.Say(Of(file.State)), file.Measured?.SizeBytes.ToString(CultureInfo.InvariantCulture) ?? "", say.Say(file.Remark));
        }

        say.Output.WriteLine(build.Recipe);
        table.Write(say.Output);
        say.Output.WriteLine(build.BuildFile is { } path
            ? say.Say(
                $"Next: espero builds add {path} --recipe {build.Recipe} --files {build.Folder}",
                $"Ensuite : espero builds add {path} --recipe {build.Recipe} --files {build.Folder}")
            : say.Say(
                "No build file was written: files are missing, the lines above say which and why.",
                "Aucun fichier de système n'a été écrit : des fichiers manquent, les lignes ci-dessus disent lesquels et pourquoi."));
    }

    private static Sentence Of(FileState state) => state switch
    {
        FileState.Here => new("here", "là"),
        FileState.ForAPerson => new("for a person", "pour une personne"),
        FileState.Failed => new("failed", "échec"),
    };
}
