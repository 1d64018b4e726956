using System.CommandLine;
using Espero.Cli.Connection;
using Espero.Cli.Output;
using Espero.Operations.V1;

namespace Espero.Cli.Commands;

/// <summary>espero cancel.</summary>
internal static class CancelCommand
{
    public static Command Create(SharedOptions shared)
    {
        var id = shared.JobId();
        var reason = new Option<string>("--reason") { Description = shared.Say("Why, for the history.", "Pourquoi, pour l'historique."), HelpName = shared.Say("TEXT", "TEXTE"), Required = true };
        var by = shared.By();
        var command = new Command("cancel", shared.Say(
            "Example: espero cancel 2f1f1f0c9a77 --reason \"wrong build\"\n\nCancels a job. A running one stops only if nothing irreversible has begun.",
            "Exemple : espero cancel 2f1f1f0c9a77 --reason \"mauvais système\"\n\nAnnule une demande. Si elle est en cours, elle s'arrête seulement si rien d'irréversible n'a commencé."))
        {
            id,
            reason,
            by,
        };
        return shared.Carry(command, async (parsed, session, cancellationToken) =>
        {
            var request = new CancelJobRequest
            {
                JobId = await session.JobIdAsync(parsed.GetRequiredValue(id), cancellationToken),
                Reason = parsed.GetRequiredValue(reason),
                CancelledBy = parsed.GetRequiredValue(by),
            };
            var answer = await session.Client.CancelJobAsync(request, session.Options(cancellationToken));
            session.Printer.Print(answer, writer => JobTable.Write([answer.Job], session.Surroundings, writer));
            return ExitCode.Ok;
        });
    }
}
