using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using System.Net;
using Espero.Station.Recipes.Models;

namespace Espero.Orchestrator;

/// <summary>The command line of the orchestrator.</summary>
internal static class ServeCommand
{
    /// <summary>The exit code for a start that cannot be.</summary>
    public const int ExitUsage = 2;

    public static RootCommand Create()
    {
        var http = new Option<IPEndPoint>("--http")
        {
            Description = "Where pages, files and REST are served.",
            HelpName = "ADDRESS:PORT",
            CustomParser = ParseLoopback,
            DefaultValueFactory = _ => new IPEndPoint(IPAddress.Loopback, 7081),
        };
        var grpc = new Option<IPEndPoint>("--grpc")
        {
            Description = "Where stations and the espero command connect.",
            HelpName = "ADDRESS:PORT",
            CustomParser = ParseLoopback,
            DefaultValueFactory = _ => new IPEndPoint(IPAddress.Loopback, 7080),
        };
        var database = new Option<string>("--database") { Description = "PostgreSQL, as Npgsql writes it.", HelpName = "CONNECTION", Required = true };
        var bus = new Option<string>("--bus") { Description = "RabbitMQ: amqp://user:password@host:port/virtual-host.", HelpName = "ADDRESS", Required = true };
        var data = new Option<DirectoryInfo>("--data") { Description = "Where the files of builds and the key of the marks are kept.", HelpName = "FOLDER", Required = true };
        var countdown = new Option<TimeSpan>("--countdown")
        {
            Description = "How long a released phone can still be unplugged before anything is written (hh:mm:ss).",
            DefaultValueFactory = _ => TimeSpan.FromSeconds(30),
        };

        var zone = new Option<TimeZoneInfo>("--time-zone")
        {
            Description = "The time zone of the sites: pages and sentences say their times in it.",
            HelpName = "NAME",
            CustomParser = ParseZone,
            DefaultValueFactory = _ => ServeSettings.UsualTimeZone,
        };

        var models = new Option<DirectoryInfo?>("--models")
        {
            Description = "What public projects say of models: their data sets, or packs imported from them. Verdicts need it.",
            HelpName = "FOLDER",
        };

        models.Validators.Add(CheckModels);
        var publicHttp = new Option<IPEndPoint?>("--public-http")
        {
            Description = "Where visitors may ask whether a phone can be freed; nothing else is served there. Put a proxy with TLS before it, "
                + "on this machine, that sets X-Forwarded-For: it alone is believed whose request it carries; otherwise all visitors count as one.",
            HelpName = "ADDRESS:PORT",
            CustomParser = ParseAddress,
        };

        var serve = new Command("serve", "Starts the orchestrator.") { http, grpc, database, bus, data, countdown, zone, models, publicHttp };
        serve.SetAction((parsed, cancellationToken) => OrchestratorHost.RunAsync(
            new ServeSettings(
                parsed.GetRequiredValue(http), parsed.GetRequiredValue(grpc), parsed.GetRequiredValue(database),
                parsed.GetRequiredValue(bus), parsed.GetRequiredValue(data).FullName, parsed.GetRequiredValue(countdown))
            {
                TimeZone = parsed.GetRequiredValue(zone),
                ModelsFolder = parsed.GetValue(models)?.FullName ?? "",
                PublicHttp = parsed.GetValue(publicHttp),
            },
            cancellationToken));

        var root = new RootCommand("Decides what each phone gets, tells the stations, and records what happened.") { serve };
        if (root.Options.OfType<HelpOption>().Single() is { Action: HelpAction help } option)
        {
            option.Action = new ExampleFirstHelp(help);
        }

        return root;
    }

    private static TimeZoneInfo? ParseZone(ArgumentResult result)
    {
        var name = result.Tokens.Single().Value;
        if (TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone))
        {
            return zone;
        }

        result.AddError($"This system knows no time zone '{name}'. Write it like Europe/Paris; 'timedatectl list-timezones' shows them all.");
        return null;
    }

    private static void CheckModels(OptionResult result)
    {
        var folder = result.Tokens.Single().Value;
        if (!Directory.Exists(folder))
        {
            result.AddError($"There is no folder '{folder}', so nobody could say anything about models. Give --models the folder with the data sets, or leave it out.");
        }
        else if (!ModelBook.IsIn(folder))
        {
            result.AddError(
                $"'{folder}' holds no data about models. Its folders are data sets ({string.Join(", ", SourceProject.All.Select(project => project.DataSet))}) or packs that 'espero recipes import' wrote.");
        }
    }

    private static IPEndPoint? ParseAddress(ArgumentResult result)
    {
        var text = result.Tokens.Single().Value;
        if (IPEndPoint.TryParse(text, out var address) && address.Port > 0)
        {
            return address;
        }

        result.AddError($"'{text}' is no address with a port. Write it like 0.0.0.0:8080 or [::]:8080.");
        return null;
    }

    private static IPEndPoint? ParseLoopback(ArgumentResult result)
    {
        var text = result.Tokens.Single().Value;
        if (IPEndPoint.TryParse(text, out var address) && IPAddress.IsLoopback(address.Address))
        {
            return address;
        }

        result.AddError($"'{text}' is not an address on this machine. Nothing proves yet who a station is, so only 127.0.0.1:PORT or [::1]:PORT may be used.");
        return null;
    }
}
