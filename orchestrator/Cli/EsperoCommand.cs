using System.CommandLine;
using Espero.Cli.Commands;

namespace Espero.Cli;

/// <summary>The whole command line, and the one place where an ending becomes an exit code.</summary>
internal static class EsperoCommand
{
    public static async Task<int> RunAsync(string[] arguments, Surroundings surroundings, CancellationToken cancellationToken)
    {
        var parsed = Create(surroundings).Parse(arguments);
        var configuration = new InvocationConfiguration
        {
            Output = surroundings.Output,
            Error = surroundings.Talk,
            EnableDefaultExceptionHandler = false,
        };
        if (parsed.Errors.Count > 0)
        {
            await parsed.InvokeAsync(configuration, cancellationToken);
            return ExitCode.Usage;
        }

        return await parsed.InvokeAsync(configuration, cancellationToken);
    }

    private static RootCommand Create(Surroundings surroundings)
    {
        var shared = new SharedOptions(surroundings);
        return new RootCommand(surroundings.Say(
            """
            Example: espero flash --phone 0190c2a4-7d3e-7a51-b6b5-2f1f1f0c9a77 --build 8c4f0d

            Asks the orchestrator of Espero: what is plugged in, what runs, what failed, and what to do next.
            Exit codes: 0 ok, 1 failed, 2 usage, 3 not found, 5 refused, 6 unreachable, 8 partly done.
            """,
            """
            Exemple : espero flash --phone 0190c2a4-7d3e-7a51-b6b5-2f1f1f0c9a77 --build 8c4f0d

            Interroge l'orchestrateur d'Espero : ce qui est branché, ce qui tourne, ce qui a raté, et que faire ensuite.
            Codes de sortie : 0 réussi, 1 échec, 2 usage, 3 introuvable, 5 refusé, 6 injoignable, 8 fait en partie.
            """))
        {
            shared.Orchestrator,
            shared.Output,
            BuildsCommand.Create(shared, surroundings),
            StationsCommand.Create(shared),
            PhonesCommand.Create(shared),
            JobsCommand.Create(shared),
            JobCommand.Create(shared),
            FlashCommand.Create(shared),
            ReleaseCommand.Create(shared),
            HandBackCommand.Create(shared),
            RequeueCommand.Create(shared),
            InspectCommand.Create(shared),
            HandsCommand.Create(shared),
            CancelCommand.Create(shared),
            VerdictCommand.Create(shared),
            UnknownModelsCommand.Create(shared),
            UnlocksCommand.Create(shared),
            AccountsCommand.Create(shared),
            RecipesCommand.Create(shared, surroundings),
            ExplainCommand.Create(shared, surroundings),
        };
    }
}
