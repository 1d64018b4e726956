using System.CommandLine;
using System.CommandLine.Help;
using Espero.Station.Recipes.Words;
using Espero.Station.Watch;

namespace Espero.Station.CommandLine;

/// <summary>The options of <c>espero-station run</c>: their names, their texts, and how they become <see cref="StationOptions"/>.</summary>
internal sealed class StationCommandLine
{
    public const string RunName = "run";

    private readonly Surroundings _surroundings;
    private readonly Option<Uri?> _orchestrator;
    private readonly Option<string?> _station;
    private readonly Option<string?> _site;
    private readonly Option<DirectoryInfo> _data;
    private readonly Option<PortAddress[]> _phones;
    private readonly Option<int> _flashSlots;

    public StationCommandLine(Surroundings surroundings)
    {
        var reading = new Reading(surroundings);
        _surroundings = surroundings;
        _orchestrator = new("--orchestrator")
        {
            Description = surroundings.Say("Where the orchestrator listens.", "Où écoute l'orchestrateur."),
            HelpName = "http://HOST:PORT",
            Required = true,
            CustomParser = reading.Orchestrator,
        };
        _station = new("--station")
        {
            Description = surroundings.Say("This station's name, unique in the fleet.", "Le nom de ce poste, unique dans le parc."),
            HelpName = surroundings.Say("NAME", "NOM"),
            Required = true,
            CustomParser = reading.Name,
        };
        _site = new("--site")
        {
            Description = surroundings.Say("The site it stands at.", "Le lieu où il se trouve."),
            HelpName = surroundings.Say("NAME", "NOM"),
            Required = true,
            CustomParser = reading.Name,
        };
        _data = new("--data")
        {
            Description = surroundings.Say(
                "Directory of the journal, the files of builds and the logs; made if need be. One station per directory.",
                "Dossier du journal, des fichiers des systèmes et des traces ; créé au besoin. Un seul poste par dossier."),
            HelpName = "DIR",
            Required = true,
        };
        _phones = new("--phone")
        {
            Description = surroundings.Say(
                "A place where a phone can be; may be given several times. Their order gives the ports their numbers, from 1.",
                "Un endroit où il peut y avoir un téléphone ; peut se répéter. Leur ordre numérote les prises, à partir de 1."),
            HelpName = "tcp:HOST:PORT",
            CustomParser = reading.Phones,
        };
        _flashSlots = new("--flash-slots")
        {
            Description = surroundings.Say(
                $"How many phones are written at once; {StationOptions.UsualFlashSlots} without it.",
                $"Combien de téléphones sont écrits à la fois ; {StationOptions.UsualFlashSlots} sans cette option."),
            HelpName = "N",
            CustomParser = reading.FlashSlots,
            DefaultValueFactory = _ => StationOptions.UsualFlashSlots,
        };
    }

    /// <param name="others">The commands for a person at this PC.</param>
    public RootCommand Root(Func<StationOptions, CancellationToken, Task<int>> run, params IEnumerable<Command> others)
    {
        var command = new Command(RunName, _surroundings.Say(
            "Watches the ports, keeps a link to the orchestrator and writes the phones it grants.",
            "Surveille les prises, garde la liaison avec l'orchestrateur et écrit les téléphones qu'il accorde."))
        {
            _orchestrator, _station, _site, _data, _phones, _flashSlots,
        };
        command.SetAction((parsed, cancellationToken) => run(Read(parsed), cancellationToken));
        var root = new RootCommand(_surroundings.Say(
            "The program on a station's PC: it writes phones as the orchestrator grants.",
            "Le programme du PC d'un poste : il écrit les téléphones que l'orchestrateur accorde."))
        {
            command,
        };
        foreach (var other in others)
        {
            root.Subcommands.Add(other);
        }

        if (root.Options.OfType<HelpOption>().Single() is { Action: HelpAction help } option)
        {
            option.Action = new ExampleFirstHelp(help, _surroundings);
        }

        return root;
    }

    private StationOptions Read(ParseResult parsed) => new()
    {
        Orchestrator = parsed.GetRequiredValue(_orchestrator)!,
        Station = parsed.GetRequiredValue(_station)!,
        Site = parsed.GetRequiredValue(_site)!,
        DataDirectory = parsed.GetRequiredValue(_data).FullName,
        Phones = [.. parsed.GetValue(_phones) ?? []],
        FlashSlots = parsed.GetValue(_flashSlots),
    };
}
