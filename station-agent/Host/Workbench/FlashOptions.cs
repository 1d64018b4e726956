using System.CommandLine;
using Espero.Station.Recipes.Words;
using Espero.Station.Watch;

namespace Espero.Station.Workbench;

/// <summary>
/// The options of <c>espero-station flash</c>: their names, their texts, and how they become a <see cref="FlashRequest"/>.
/// </summary>
internal sealed class FlashOptions(Surroundings surroundings)
{
    private readonly Option<PhoneSpec?> _phone = PhoneOption.Create(surroundings);

    private readonly Option<FileInfo> _recipe = new("--recipe")
    {
        Description = surroundings.Say("The recipe.", "La recette."),
        HelpName = "FILE",
        Required = true,
    };

    private readonly Option<DirectoryInfo> _files = new("--files")
    {
        Description = surroundings.Say("The folder of the files that the recipe names.", "Le dossier des fichiers que nomme la recette."),
        HelpName = "DIR",
        Required = true,
    };

    private readonly Option<DirectoryInfo> _data = new("--data")
    {
        Description = surroundings.Say("Where the journal and the logs are kept.", "Où sont gardés le journal et les traces."),
        HelpName = "DIR",
        DefaultValueFactory = _ => new DirectoryInfo(FlashCommand.UsualData()),
    };

    private readonly Option<bool> _planOnly = new("--plan-only")
    {
        Description = surroundings.Say(
            "Check everything, say what would be done, and do nothing.", "Tout vérifier, dire ce qui serait fait, et ne rien faire."),
    };

    private readonly Option<bool> _yesErase = new("--yes-erase")
    {
        Description = surroundings.Say(
            "Give the release with the command: the phone is erased without a question.",
            "Donner le feu vert avec la commande : le téléphone est effacé sans question."),
    };

    private readonly Option<string?> _by = new("--by")
    {
        Description = surroundings.Say("The person who answers for the release.", "La personne qui répond du feu vert."),
        HelpName = surroundings.Say("NAME", "NOM"),
        Validators =
        {
            given =>
            {
                if (string.IsNullOrWhiteSpace(given.GetValueOrDefault<string?>()))
                {
                    given.AddError(surroundings.Say(
                        "--by needs the name of the person who answers for the release.", "--by demande le nom de la personne qui répond du feu vert."));
                }
            },
        },
    };

    private readonly Option<string?> _model = new("--model")
    {
        Description = surroundings.Say(
            "The model as you read it on the phone's back or in its settings; some recipes cannot tell it without you.",
            "Le modèle que vous lisez au dos du téléphone ou dans ses paramètres ; certaines recettes en ont besoin."),
        HelpName = surroundings.Say("MODEL", "MODÈLE"),
    };

    private readonly Option<bool> _unlockCode = new("--unlock-code")
    {
        Description = surroundings.Say(
            "Ask for the code that the maker gave to unlock this phone; it is not shown.",
            "Demander le code que le fabricant a donné pour déverrouiller ce téléphone ; il ne s'affiche pas."),
    };

    private readonly Option<FileInfo?> _unlockCodeFile = new("--unlock-code-file")
    {
        Description = surroundings.Say(
            "The file with the code, or the file itself that the maker gave to unlock this phone.",
            "Le fichier qui contient le code, ou le fichier même que le fabricant a donné pour déverrouiller ce téléphone."),
        HelpName = "FILE",
    };

    private readonly Option<string> _output = OutputOption.Create(surroundings);

    public IEnumerable<Option> All => [_phone, _recipe, _files, _data, _planOnly, _yesErase, _by, _model, _unlockCode, _unlockCodeFile, _output];

    public FlashRequest Read(ParseResult parsed) => new()
    {
        Phone = parsed.GetRequiredValue(_phone)!,
        RecipePath = parsed.GetRequiredValue(_recipe).FullName,
        FilesDirectory = parsed.GetRequiredValue(_files).FullName,
        DataDirectory = parsed.GetRequiredValue(_data).FullName,
        PlanOnly = parsed.GetValue(_planOnly),
        YesErase = parsed.GetValue(_yesErase),
        By = parsed.GetValue(_by),
        PrintedModel = parsed.GetValue(_model),
        AsksUnlockCode = parsed.GetValue(_unlockCode),
        UnlockCodePath = parsed.GetValue(_unlockCodeFile)?.FullName,
        AsJson = parsed.GetValue(_output) == OutputOption.Json,
    };
}
