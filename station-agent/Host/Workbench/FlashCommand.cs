using System.CommandLine;
using Espero.Station.Recipes.Words;

namespace Espero.Station.Workbench;

/// <summary><c>espero-station flash</c>: one recipe on one phone on this PC.</summary>
internal static class FlashCommand
{
    public static Command Create(Surroundings surroundings, Func<FlashRequest, Task<int>> flash)
    {
        var options = new FlashOptions(surroundings);
        var command = new Command("flash", surroundings.Say(
            "Example: espero-station flash --phone 1-2.3 --recipe pixel.yaml --files ./images\n\n"
            + "Runs one recipe on one phone on this PC, without an orchestrator. It asks before it erases.\n"
            + "Exit codes: 0 seen running or written, 1 failed or stopped, 2 usage, 5 refused before anything was changed.",
            "Exemple : espero-station flash --phone 1-2.3 --recipe pixel.yaml --files ./images\n\n"
            + "Applique une recette à un téléphone sur ce PC, sans orchestrateur. Demande avant d'effacer.\n"
            + "Codes de sortie : 0 vu en marche ou écrit, 1 raté ou arrêté, 2 usage, 5 refusé avant tout changement."));
        foreach (var option in options.All)
        {
            command.Options.Add(option);
        }

        command.SetAction(parsed => flash(options.Read(parsed)));
        return command;
    }

    /// <summary>XDG Base Directory Specification: what is kept between runs and matters to one person on one PC.</summary>
    public static string UsualData() => Path.Combine(
        Environment.GetEnvironmentVariable("XDG_STATE_HOME") is { Length: > 0 } state
            ? state
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".local", "state"),
        "espero-station");
}
