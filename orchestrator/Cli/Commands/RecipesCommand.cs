using System.CommandLine;
using Espero.Cli.Output;

namespace Espero.Cli.Commands;

/// <summary>espero recipes: what is in the files, without an orchestrator.</summary>
internal static class RecipesCommand
{
    public static Command Create(SharedOptions shared, Surroundings surroundings) => new("recipes", shared.Say(
        "Example: espero recipes check recipes/\n\nChecks, shows and compares recipes in files. It asks no orchestrator.",
        "Exemple : espero recipes check recettes/\n\nVérifie, montre et compare des recettes en fichiers. N'interroge aucun orchestrateur."))
    {
        ImportRecipesCommand.Create(shared, surroundings),
        RehearseRecipesCommand.Create(shared, surroundings),
        CheckRecipesCommand.Create(shared, surroundings),
        ShowRecipesCommand.Create(shared, surroundings),
        DiffRecipesCommand.Create(shared, surroundings),
        RecipeSchemaCommand.Create(shared, surroundings),
    };

    /// <summary>Carries out what reads files only; a file that cannot be read gets its sentence here.</summary>
    public static Command Carry(Command command, Surroundings surroundings, Func<ParseResult, CancellationToken, Task<int>> run)
    {
        command.SetAction(async (parsed, cancellationToken) =>
        {
            try
            {
                return await run(parsed, cancellationToken);
            }
            catch (Exception fault) when (StopException.Of(fault) is { } stop)
            {
                await surroundings.Talk.WriteLineAsync(surroundings.Say(stop.Sentence));
                return stop.ExitCode;
            }
        });
        return command;
    }

    public static OutputFormat Format(SharedOptions shared, ParseResult parsed) =>
        parsed.GetRequiredValue(shared.Output) == "json" ? OutputFormat.Json : OutputFormat.Table;
}
