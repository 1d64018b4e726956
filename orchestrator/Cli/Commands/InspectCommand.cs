using System.CommandLine;
using Espero.Cli.Connection;
using Espero.Cli.Output;
using Espero.Operations.V1;

namespace Espero.Cli.Commands;

/// <summary>espero inspect.</summary>
internal static class InspectCommand
{
    public static Command Create(SharedOptions shared)
    {
        var id = shared.JobId();
        var by = shared.By();
        var command = new Command("inspect", shared.Say(
            "Example: espero inspect 2f1f1f0c9a77\n\nHas the station look at the phone of an interrupted job.",
            "Exemple : espero inspect 2f1f1f0c9a77\n\nFait examiner par le poste le téléphone d'une demande à regarder."))
        {
            id,
            by,
        };
        return shared.Carry(command, async (parsed, session, cancellationToken) =>
        {
            var request = new InspectJobRequest
            {
                JobId = await session.JobIdAsync(parsed.GetRequiredValue(id), cancellationToken),
                AskedBy = parsed.GetRequiredValue(by),
            };
            var answer = await session.Client.InspectJobAsync(request, session.Options(cancellationToken));
            session.Printer.Print(answer, writer => JobTable.Write([answer.Job], session.Surroundings, writer));
            return ExitCode.Ok;
        });
    }
}
