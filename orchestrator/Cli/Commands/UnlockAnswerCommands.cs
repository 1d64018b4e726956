using System.CommandLine;
using Espero.Cli.Connection;
using Espero.Operations.V1;
using Google.Protobuf;

namespace Espero.Cli.Commands;

/// <summary>espero unlocks given, refused, take-back: what makers answered, and what they gave for one phone.</summary>
internal static class UnlockAnswerCommands
{
    private const string FromKeyboard = "-";

    private static readonly Sentence Question = new(
        "The unlock code of this phone (it is not shown): ", "Le code de déverrouillage de ce téléphone (il ne s'affiche pas) : ");

    public static Command Given(SharedOptions shared)
    {
        // Every program of the PC can read the words of a command, and the shell keeps them: the example asks.
        var code = new Option<string?>("--code")
        {
            Description = shared.Say(
                "The code that the maker gave for this phone; - asks for it, or reads it from the standard input.",
                "Le code que le fabricant a donné pour ce téléphone ; - le demande, ou le lit sur l'entrée standard."),
            HelpName = shared.Say("CODE|-", "CODE|-"),
        };
        var file = new Option<FileInfo?>("--token-file")
        {
            Description = shared.Say("The file that the maker gave for this phone.", "Le fichier que le fabricant a donné pour ce téléphone."),
            HelpName = "FILE",
        };
        var command = Create(
            shared,
            "given",
            "--code -",
            new Sentence(
                "The maker lets the phone be unlocked. What it gave for the phone goes to its station with the start of its job, and is then forgotten.",
                "Le fabricant accorde le déverrouillage. Ce qu'il a donné pour le téléphone part au poste au démarrage de sa demande, puis est oublié."),
            async (parsed, session, request, cancellationToken) =>
            {
                request.Answer = UnlockAnswer.Given;
                if (parsed.GetValue(file) is { } token)
                {
                    request.TokenFile = ByteString.CopyFrom(await File.ReadAllBytesAsync(token.FullName, cancellationToken));
                }
                else if (parsed.GetValue(code) is { } typed)
                {
                    request.Code = typed == FromKeyboard ? await session.Surroundings.AskUnseenAsync(Question, cancellationToken) ?? "" : typed;
                }
            });
        command.Options.Add(code);
        command.Options.Add(file);
        command.Validators.Add(result =>
        {
            if (result.GetResult(code) is not null && result.GetResult(file) is not null)
            {
                result.AddError(shared.Say("Give --code or --token-file, not both.", "Donnez --code ou --token-file, pas les deux."));
            }
        });
        return command;
    }

    public static Command Refused(SharedOptions shared) => Create(
        shared,
        "refused",
        "",
        new Sentence("The maker refuses to unlock the phone.", "Le fabricant refuse le déverrouillage."),
        (_, _, request, _) =>
        {
            request.Answer = UnlockAnswer.Refused;
            return Task.CompletedTask;
        });

    public static Command TakeBack(SharedOptions shared)
    {
        var phone = Phone(shared);
        var by = shared.By();
        var command = new Command("take-back", shared.Say(
            "Example: espero unlocks take-back 2f1f1f0c9a77\n\nThe code that was given for the phone is wrong, or is another phone's: it is forgotten.",
            "Exemple : espero unlocks take-back 2f1f1f0c9a77\n\nLe code donné pour le téléphone est faux, ou celui d'un autre : il est oublié."))
        {
            phone,
            by,
        };
        return shared.Carry(command, async (parsed, session, cancellationToken) =>
        {
            var request = new TakeBackUnlockCodeRequest
            {
                PhoneId = await session.PhoneIdAsync(parsed.GetRequiredValue(phone), cancellationToken),
                TakenBackBy = parsed.GetRequiredValue(by),
            };
            var answer = await session.Client.TakeBackUnlockCodeAsync(request, session.Options(cancellationToken));
            session.Printer.Print(answer, writer => writer.WriteLine(shared.Say("The code is forgotten.", "Le code est oublié.")));
            return ExitCode.Ok;
        });
    }

    private static Command Create(
        SharedOptions shared,
        string name,
        string example,
        Sentence about,
        Func<ParseResult, Session, RecordUnlockAnswerRequest, CancellationToken, Task> fill)
    {
        var phone = Phone(shared);
        var by = shared.By();
        var line = $"espero unlocks {name} 2f1f1f0c9a77 {example}".TrimEnd();
        var command = new Command(name, shared.Say($"Example: {line}\n\n{about.English}", $"Exemple : {line}\n\n{about.French}")) { phone, by };
        return shared.Carry(command, async (parsed, session, cancellationToken) =>
        {
            var request = new RecordUnlockAnswerRequest
            {
                PhoneId = await session.PhoneIdAsync(parsed.GetRequiredValue(phone), cancellationToken),
                RecordedBy = parsed.GetRequiredValue(by),
            };
            await fill(parsed, session, request, cancellationToken);
            var answer = await session.Client.RecordUnlockAnswerAsync(request, session.Options(cancellationToken));
            session.Printer.Print(answer, writer => writer.WriteLine(answer.Sentence));
            return ExitCode.Ok;
        });
    }

    private static Argument<string> Phone(SharedOptions shared) => new("PHONE")
    {
        Description = shared.Say("The phone, whole or in part.", "Le téléphone, en entier ou en partie."),
    };
}
