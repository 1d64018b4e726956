using System.CommandLine;
using Espero.Cli.Connection;
using Espero.Cli.Output;
using Espero.Operations.V1;

namespace Espero.Cli.Commands;

/// <summary>espero flash.</summary>
internal static class FlashCommand
{
    public static Command Create(SharedOptions shared)
    {
        var phone = new Option<string>("--phone") { Description = shared.Say("The phone.", "Le téléphone."), HelpName = "ID", Required = true };
        var build = new Option<string>("--build") { Description = shared.Say("The build it gets.", "Le système qu'il reçoit."), HelpName = "ID", Required = true };
        var by = shared.By();
        var command = new Command("flash", shared.Say(
            "Example: espero flash --phone 2f1f1f0c9a77 --build 8c4f0d\n\nAsks for a build on a phone. Nothing is erased before a person releases the phone.",
            "Exemple : espero flash --phone 2f1f1f0c9a77 --build 8c4f0d\n\nDemande un système pour un téléphone. Rien n'est effacé avant qu'une personne donne le feu vert."))
        {
            phone,
            build,
            by,
        };
        return shared.Carry(command, async (parsed, session, cancellationToken) =>
        {
            var request = new SubmitJobRequest
            {
                PhoneId = await session.PhoneIdAsync(parsed.GetRequiredValue(phone), cancellationToken),
                BuildId = await session.BuildIdAsync(parsed.GetRequiredValue(build), cancellationToken),
                SubmittedBy = parsed.GetRequiredValue(by),
                IdempotencyKey = Guid.NewGuid().ToString(),
            };
            var answer = await session.Client.SubmitJobAsync(request, session.Options(cancellationToken));
            session.Printer.Print(answer, writer => JobTable.Write([answer.Job], session.Surroundings, writer));
            return ExitCode.Ok;
        });
    }
}
