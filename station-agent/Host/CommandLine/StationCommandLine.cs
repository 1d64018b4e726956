using System.CommandLine;
using System.CommandLine.Help;
using Espero.Station.Watch;

namespace Espero.Station.CommandLine;

/// <summary>The options of <c>espero-station run</c>: their names, their texts, and how they become <see cref="StationOptions"/>.</summary>
internal sealed class StationCommandLine
{
    public const string RunName = "run";

    private readonly Option<Uri?> _orchestrator = new("--orchestrator")
    {
        Description = "Where the orchestrator listens.",
        HelpName = "http://HOST:PORT",
        Required = true,
        CustomParser = Reading.Orchestrator,
    };

    private readonly Option<string?> _station = new("--station")
    {
        Description = "This station's name, unique in the fleet.",
        HelpName = "NAME",
        Required = true,
        CustomParser = Reading.Name,
    };

    private readonly Option<string?> _site = new("--site")
    {
        Description = "The site it stands at.",
        HelpName = "NAME",
        Required = true,
        CustomParser = Reading.Name,
    };

    private readonly Option<DirectoryInfo> _data = new("--data")
    {
        Description = "Directory of the journal, the files of builds and the logs; made if need be. One station per directory.",
        HelpName = "DIR",
        Required = true,
    };

    private readonly Option<PortAddress[]> _phones = new("--phone")
    {
        Description = "A place where a phone can be; may be given several times. Their order gives the ports their numbers, from 1.",
        HelpName = "tcp:HOST:PORT",
        CustomParser = Reading.Phones,
    };

    private readonly Option<int> _flashSlots = new("--flash-slots")
    {
        Description = "How many phones are written at once; 8 without it.",
        HelpName = "N",
        CustomParser = Reading.FlashSlots,
        DefaultValueFactory = _ => StationOptions.UsualFlashSlots,
    };

    /// <param name="others">The commands for a person at this PC.</param>
    public RootCommand Root(Func<StationOptions, CancellationToken, Task<int>> run, params IEnumerable<Command> others)
    {
        var command = new Command(RunName, "Watches the ports, keeps a link to the orchestrator and writes the phones it grants.")
        {
            _orchestrator, _station, _site, _data, _phones, _flashSlots,
        };
        command.SetAction((parsed, cancellationToken) => run(Read(parsed), cancellationToken));
        var root = new RootCommand("The program on a station's PC: it writes phones as the orchestrator grants.") { command };
        foreach (var other in others)
        {
            root.Subcommands.Add(other);
        }

        if (root.Options.OfType<HelpOption>().Single() is { Action: HelpAction help } option)
        {
            option.Action = new ExampleFirstHelp(help);
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
