using System.CommandLine;
using Espero.Cli.Building;
using Espero.Operations.V1;

namespace Espero.Cli.Commands;

/// <summary>espero builds add.</summary>
internal static class AddBuildCommand
{
    public static Command Create(SharedOptions shared)
    {
        var buildFile = new Argument<string>("BUILD.yaml") { Description = shared.Say("The build file.", "Le fichier du système.") };
        var recipe = new Option<string>("--recipe") { Description = shared.Say("How it is brought onto a phone.", "Comment il est mis sur un téléphone."), HelpName = "RECIPE", Required = true };
        var files = new Option<string>("--files") { Description = shared.Say("The folder with the build's files.", "Le dossier des fichiers du système."), HelpName = shared.Say("DIR", "DOSSIER"), Required = true };
        var command = new Command("add", shared.Say(
            "Example: espero builds add build.yaml --recipe recipe.yaml --files images/\n\nChecks a build's files against its build file, sends those that are missing, and adds it.",
            "Exemple : espero builds add build.yaml --recipe recipe.yaml --files images/\n\nCompare les fichiers à ceux annoncés, envoie ceux qui manquent et ajoute le système."))
        {
            buildFile,
            recipe,
            files,
        };
        return shared.Carry(command, async (parsed, session, cancellationToken) =>
        {
            var folder = parsed.GetRequiredValue(files);
            var draft = await BuildDraft.ReadAsync(parsed.GetRequiredValue(buildFile), parsed.GetRequiredValue(recipe), folder, cancellationToken);
            await LocalFiles.CheckAsync(draft.Build, folder, cancellationToken);
            await draft.CheckDigestsAsync(folder, cancellationToken);

            var server = await session.Client.GetServerAsync(new GetServerRequest(), session.Options(cancellationToken));
            using var upload = new FileUpload(new Uri(server.FilesAddress), session.Surroundings);
            foreach (var file in draft.Build.Files)
            {
                await upload.SendIfMissingAsync(file, Path.Combine(folder, file.Name), cancellationToken);
            }

            var answer = await session.Client.AddBuildAsync(draft.ToRequest(), session.Options(cancellationToken));
            if (!answer.Added)
            {
                await session.Surroundings.Talk.WriteLineAsync(shared.Say(
                    "This build with this recipe was already there.", "Ce système avec cette recette était déjà là."));
            }

            session.Printer.Print(answer, writer => BuildsCommand.Write([answer.Build], session.Surroundings, writer));
            return ExitCode.Ok;
        });
    }
}
