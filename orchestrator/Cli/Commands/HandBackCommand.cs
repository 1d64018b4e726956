using System.CommandLine;
using Espero.Cli.Connection;
using Espero.Operations.V1;

namespace Espero.Cli.Commands;

/// <summary>espero hand-back.</summary>
internal static class HandBackCommand
{
    public static Command Create(SharedOptions shared)
    {
        var phone = new Option<string>("--phone") { Description = shared.Say("The phone.", "Le téléphone."), HelpName = "ID", Required = true };
        var by = shared.By();
        var command = new Command("hand-back", shared.Say(
            "Example: espero hand-back --phone 2f1f1f0c9a77 --by \"YOUR NAME\"\n\nThe phone goes back to its owner: its release ends.",
            "Exemple : espero hand-back --phone 2f1f1f0c9a77 --by \"VOTRE NOM\"\n\nLe téléphone est rendu à son propriétaire : son feu vert prend fin."))
        {
            phone,
            by,
        };
        return shared.Carry(command, async (parsed, session, cancellationToken) =>
        {
            var request = new HandBackPhoneRequest
            {
                PhoneId = await session.PhoneIdAsync(parsed.GetRequiredValue(phone), cancellationToken),
                HandedBackBy = parsed.GetRequiredValue(by),
            };
            var answer = await session.Client.HandBackPhoneAsync(request, session.Options(cancellationToken));
            session.Printer.Print(answer, writer => writer.WriteLine(shared.Say("The release has ended.", "Le feu vert est retiré.")));
            return ExitCode.Ok;
        });
    }
}
