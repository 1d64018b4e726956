using System.CommandLine;
using Espero.Cli.Connection;
using Espero.Cli.Output;
using Espero.Operations.V1;

namespace Espero.Cli.Commands;

/// <summary>espero hands.</summary>
internal static class HandsCommand
{
    public static Command Create(SharedOptions shared)
    {
        var id = shared.JobId();
        var by = shared.By();
        var command = new Command("hands", shared.Say(
            "Example: espero hands 2f1f1f0c9a77 --by \"YOUR NAME\"\n\nSays that what a station asks for is done.",
            "Exemple : espero hands 2f1f1f0c9a77 --by \"VOTRE NOM\"\n\nDit que le geste demandé par un poste est fait."))
        {
            id,
            by,
        };
        return shared.Carry(command, async (parsed, session, cancellationToken) =>
        {
            var request = new ConfirmHandsRequest
            {
                JobId = await session.JobIdAsync(parsed.GetRequiredValue(id), cancellationToken),
                SaidBy = parsed.GetRequiredValue(by),
            };
            var answer = await session.Client.ConfirmHandsAsync(request, session.Options(cancellationToken));
            session.Printer.Print(answer, writer => JobTable.Write([answer.Job], session.Surroundings, writer));
            return ExitCode.Ok;
        });
    }
}
