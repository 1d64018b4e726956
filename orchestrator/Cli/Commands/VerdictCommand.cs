using System.CommandLine;
using Espero.Cli.Connection;
using Espero.Cli.Output;
using Espero.Operations.V1;

namespace Espero.Cli.Commands;

/// <summary>espero verdict: can it be freed?</summary>
internal static class VerdictCommand
{
    public static Command Create(SharedOptions shared)
    {
        var model = new Argument<string>("MODEL")
        {
            Description = shared.Say("Its name, codename, or the number on its back.", "Son nom, son nom de code, ou le numéro au dos."),
            Arity = ArgumentArity.ZeroOrOne,
        };
        var phone = new Option<string?>("--phone")
        {
            Description = shared.Say("One phone: the verdict is about this very one.", "Un téléphone : le verdict porte sur lui."),
            HelpName = "ID",
        };
        var code = new Option<string?>("--code")
        {
            Description = shared.Say("What a phone of unknown model said of itself.", "Ce qu'un téléphone de modèle inconnu dit de lui-même."),
            HelpName = "CODE",
        };
        var command = new Command("verdict", shared.Say(
            "Example: espero verdict \"Fairphone 4\"\n\nSays whether a model, or one phone, can get a free system, and why.",
            "Exemple : espero verdict \"Fairphone 4\"\n\nDit si un modèle, ou un téléphone, peut recevoir un système libre, et pourquoi."))
        {
            model,
            phone,
            code,
        };
        command.Validators.Add(result =>
        {
            var given = new[] { result.GetValue(model), result.GetValue(phone), result.GetValue(code) }.Count(value => !string.IsNullOrEmpty(value));
            if (given != 1)
            {
                result.AddError(shared.Say(
                    "Give one of MODEL, --phone and --code.", "Donnez soit MODEL, soit --phone, soit --code."));
            }
        });
        return shared.Carry(command, async (parsed, session, cancellationToken) =>
        {
            if (parsed.GetValue(code) is { } kept)
            {
                var facts = await session.Client.GetUnknownModelAsync(
                    new GetUnknownModelRequest { Code = kept }, session.Options(cancellationToken));
                session.Printer.Print(facts, writer => WriteFacts(facts, session.Surroundings, writer));
                return ExitCode.Ok;
            }

            var request = parsed.GetValue(phone) is { } id
                ? new GetVerdictRequest { PhoneId = await session.PhoneIdAsync(id, cancellationToken) }
                : new GetVerdictRequest { Model = parsed.GetValue(model) ?? "" };
            var answer = await session.Client.GetVerdictAsync(request, session.Options(cancellationToken));
            session.Printer.Print(answer, writer => Write(answer.Verdict, session.Surroundings, writer));
            return ExitCode.Ok;
        });
    }

    private static void Write(Verdict verdict, Surroundings say, TextWriter writer)
    {
        if (verdict.Title.Length > 0)
        {
            writer.WriteLine($"{verdict.Title} ({verdict.Model})");
        }

        writer.WriteLine(verdict.Sentence);
        if (verdict.Code.Length > 0)
        {
            writer.WriteLine(say.Say($"Code: {verdict.Code}", $"Code : {verdict.Code}"));
        }

        WriteList(say.Say("It may be:", "Il peut s'agir de :"), verdict.Candidates, writer);
        WriteList(say.Say("Names like this one:", "Des noms qui ressemblent :"), verdict.Near, writer);
        WriteList(say.Say("Systems:", "Systèmes :"), verdict.Systems.Select(system => Line(system, say)), writer);
        WriteList(say.Say("What it takes:", "Ce qu'il faut :"), verdict.Hands, writer);
        WriteList(say.Say("Why:", "Pourquoi :"), verdict.Reasons.Select(reason => $"{reason.Sentence} [{reason.Source}]"), writer);
    }

    private static void WriteList(string title, IEnumerable<string> lines, TextWriter writer)
    {
        string[] all = [.. lines];
        if (all.Length == 0)
        {
            return;
        }

        writer.WriteLine();
        writer.WriteLine(title);
        foreach (var line in all)
        {
            writer.WriteLine($"  {line}");
        }
    }

    private static string Line(OfferedSystem system, Surroundings say)
    {
        var versions = system.Versions.Count == 0 ? "" : $" {system.Versions[^1]}";
        var care = system switch
        {
            { Ready: true } => say.Say(", ready here", ", prêt ici"),
            { Maintenance: Maintenance.Maintained } => say.Say(", maintained", ", maintenu"),
            { Maintenance: Maintenance.Ended } => say.Say(", no longer maintained", ", n'est plus maintenu"),
            _ => "",
        };
        return $"{system.Name}{versions}{care} [{system.Source}]";
    }

    private static void WriteFacts(GetUnknownModelResponse facts, Surroundings say, TextWriter writer)
    {
        var table = new Table(say.Say("FACT", "FAIT"), say.Say("VALUE", "VALEUR"));
        foreach (var fact in facts.Facts)
        {
            table.Add(fact.Name, fact.Value);
        }

        table.Write(writer);
    }
}
