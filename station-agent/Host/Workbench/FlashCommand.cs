using System.CommandLine;
using Espero.Station.CommandLine;
using Espero.Station.Recipes.Words;
using Espero.Station.Watch;

namespace Espero.Station.Workbench;

/// <summary><c>espero-station flash</c>: one recipe on one phone on this PC.</summary>
internal static class FlashCommand
{
    public static Command Create(Surroundings surroundings, Func<FlashRequest, Task<int>> flash)
    {
        var phone = new Option<PhoneSpec?>("--phone")
        {
            Description = surroundings.Say(
                "Its USB port, its serial, or tcp:HOST:PORT, udp:HOST:PORT, adb:HOST:PORT.",
                "Sa prise USB, son numéro de série, ou tcp:HOST:PORT, udp:HOST:PORT, adb:HOST:PORT."),
            HelpName = "SPEC",
            Required = true,
            CustomParser = Reading.Phone,
        };
        var recipe = new Option<FileInfo>("--recipe")
        {
            Description = surroundings.Say("The recipe.", "La recette."),
            HelpName = "FILE",
            Required = true,
        };
        var files = new Option<DirectoryInfo>("--files")
        {
            Description = surroundings.Say("The folder of the files that the recipe names.", "Le dossier des fichiers que nomme la recette."),
            HelpName = "DIR",
            Required = true,
        };
        var data = new Option<DirectoryInfo>("--data")
        {
            Description = surroundings.Say("Where the journal and the logs are kept.", "Où sont gardés le journal et les traces."),
            HelpName = "DIR",
            DefaultValueFactory = _ => new DirectoryInfo(UsualData()),
        };
        var planOnly = new Option<bool>("--plan-only")
        {
            Description = surroundings.Say("Check everything, say what would be done, and do nothing.", "Tout vérifier, dire ce qui serait fait, et ne rien faire."),
        };
        var yes = new Option<bool>("--yes-erase")
        {
            Description = surroundings.Say(
                "Give the release with the command: the phone is erased without a question.",
                "Donner le feu vert avec la commande : le téléphone est effacé sans question."),
        };
        var by = new Option<string?>("--by")
        {
            Description = surroundings.Say("The person who answers for the release.", "La personne qui répond du feu vert."),
            HelpName = surroundings.Say("NAME", "NOM"),
        };
        var model = new Option<string?>("--model")
        {
            Description = surroundings.Say(
                "The model as you read it on the phone's back or in its settings; some recipes cannot tell it without you.",
                "Le modèle que vous lisez au dos du téléphone ou dans ses paramètres ; certaines recettes en ont besoin."),
            HelpName = surroundings.Say("MODEL", "MODÈLE"),
        };
        var format = OutputOption.Create(surroundings);
        var command = new Command("flash", surroundings.Say(
            "Example: espero-station flash --phone 1-2.3 --recipe pixel.yaml --files ./images\n\nRuns one recipe on one phone on this PC, without an orchestrator. It asks before it erases.",
            "Exemple : espero-station flash --phone 1-2.3 --recipe pixel.yaml --files ./images\n\nApplique une recette à un téléphone sur ce PC, sans orchestrateur. Demande avant d'effacer."))
        {
            phone, recipe, files, data, planOnly, yes, by, model, format,
        };
        command.SetAction(parsed => flash(new FlashRequest
        {
            Phone = parsed.GetRequiredValue(phone)!,
            RecipePath = parsed.GetRequiredValue(recipe).FullName,
            FilesDirectory = parsed.GetRequiredValue(files).FullName,
            DataDirectory = parsed.GetRequiredValue(data).FullName,
            PlanOnly = parsed.GetValue(planOnly),
            YesErase = parsed.GetValue(yes),
            By = parsed.GetValue(by),
            PrintedModel = parsed.GetValue(model),
            AsJson = parsed.GetValue(format) == OutputOption.Json,
        }));
        return command;
    }

    /// <summary>XDG Base Directory Specification: what is kept between runs and matters to one person on one PC.</summary>
    public static string UsualData() => Path.Combine(
        Environment.GetEnvironmentVariable("XDG_STATE_HOME") is { Length: > 0 } state
            ? state
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".local", "state"),
        "espero-station");
}
