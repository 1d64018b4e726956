using System.CommandLine;
using Espero.Cli.Connection;
using Espero.Cli.Output;
using Grpc.Core;

namespace Espero.Cli.Commands;

/// <summary>What every command understands, and how each is carried out.</summary>
internal sealed class SharedOptions
{
    private const string DefaultAddress = "http://127.0.0.1:7080";

    private readonly Surroundings _surroundings;

    public SharedOptions(Surroundings surroundings)
    {
        _surroundings = surroundings;
        Orchestrator = new Option<string>("--orchestrator")
        {
            Description = Say("Where the orchestrator is; else the variable ESPERO_ORCHESTRATOR.", "Où se trouve l'orchestrateur ; sinon la variable ESPERO_ORCHESTRATOR."),
            HelpName = Say("ADDRESS", "ADRESSE"),
            Recursive = true,
            DefaultValueFactory = _ => surroundings.Variable("ESPERO_ORCHESTRATOR") is { Length: > 0 } address ? address : DefaultAddress,
        };
        Output = new Option<string>("-o", "--output")
        {
            Description = Say("table for people, json for programs.", "table pour les gens, json pour les programmes."),
            Recursive = true,
            DefaultValueFactory = _ => "table",
        };
        Output.AcceptOnlyFromAmong("table", "json");
    }

    public Option<string> Orchestrator { get; }

    public Option<string> Output { get; }

    public string Say(string english, string french) => _surroundings.Say(english, french);

    /// <summary>Who asks; by default the account that types.</summary>
    public Option<string> By() => new("--by")
    {
        Description = Say("Who asks, for the history.", "Qui demande, pour l'historique."),
        HelpName = Say("NAME", "NOM"),
        DefaultValueFactory = _ => _surroundings.Variable("USER") ?? "",
    };

    public Option<string> Site() => new("--site")
    {
        Description = Say("Only this site.", "Seulement ce lieu."),
        HelpName = Say("SITE", "LIEU"),
        DefaultValueFactory = _ => "",
    };

    public Option<bool> All() => new("--all")
    {
        Description = Say("Show every one, not only the newest.", "Tout montrer, et pas seulement le plus récent."),
    };

    public Argument<string> JobId() => new("ID") { Description = Say("The job, whole or in part.", "La demande, en entier ou en partie.") };

    /// <summary>Carries a command out against the orchestrator; every ending gets its sentence and its exit code here.</summary>
    public Command Carry(Command command, Func<ParseResult, Session, CancellationToken, Task<int>> run)
    {
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var typed = parsed.GetRequiredValue(Orchestrator);
            try
            {
                var format = parsed.GetRequiredValue(Output) == "json" ? OutputFormat.Json : OutputFormat.Table;
                using var session = new Session(Address(typed), format, _surroundings);
                return await run(parsed, session, cancellationToken);
            }
            catch (StopException stop)
            {
                await _surroundings.Talk.WriteLineAsync(_surroundings.Say(stop.Sentence));
                return stop.ExitCode;
            }
            catch (RpcException fault) when (!cancellationToken.IsCancellationRequested)
            {
                await _surroundings.Talk.WriteLineAsync(Explain(fault, typed));
                return ExitCode.Of(fault.StatusCode);
            }
            catch (HttpRequestException fault)
            {
                await _surroundings.Talk.WriteLineAsync(Unreachable(typed, fault.Message));
                return ExitCode.Unreachable;
            }
        });
        return command;
    }

    private static Uri Address(string typed) =>
        Uri.TryCreate(typed, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            ? address
            : throw StopException.Usage(
                $"\"{typed}\" is no address of an orchestrator. Write it like {DefaultAddress}.",
                $"« {typed} » n'est pas l'adresse d'un orchestrateur. Écrivez-la comme {DefaultAddress}.");

    // A status made by the orchestrator has its sentence; one made on this side has the exception that caused it.
    private string Explain(RpcException fault, string address) => fault.StatusCode switch
    {
        StatusCode.Unavailable or StatusCode.Internal when fault.Status.DebugException is { } cause => Unreachable(address, cause.Message),
        StatusCode.DeadlineExceeded => Unreachable(address, Say("it did not answer in time", "il n'a pas répondu à temps")),
        StatusCode.Unimplemented => Say(
            $"The program at {address} does not know this call. Check that it is an Espero orchestrator of the same version as this command.",
            $"Le programme à {address} ne connaît pas cet appel. Vérifiez que c'est un orchestrateur Espero de la même version que cette commande."),
        StatusCode.Unknown or StatusCode.Internal => Say(
            "The orchestrator failed in a way it should not. Nothing half-done was kept. Try again; if it stays, whoever looks after the server reads its log.",
            "L'orchestrateur a échoué comme il ne devrait pas. Rien d'inachevé n'a été gardé. Réessayez ; si cela persiste, la personne qui s'occupe du serveur lit son journal."),
        _ => fault.Status.Detail,
    };

    private string Unreachable(string address, string cause) => Say(
        $"The orchestrator at {address} cannot be reached ({cause}). Check that it runs and that the address is right (--orchestrator or ESPERO_ORCHESTRATOR), then try again.",
        $"L'orchestrateur à {address} est injoignable ({cause}). Vérifiez qu'il tourne et que l'adresse est bonne (--orchestrator ou ESPERO_ORCHESTRATOR), puis réessayez.");
}
