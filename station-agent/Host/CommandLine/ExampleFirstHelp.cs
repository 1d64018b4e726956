using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using Espero.Station.Recipes.Words;

namespace Espero.Station.CommandLine;

/// <summary>The help, with what most people came for at its top.</summary>
internal sealed class ExampleFirstHelp(HelpAction details, Surroundings surroundings) : SynchronousCommandLineAction
{
    private static readonly Sentence Example = new(
        """
        Example:
          espero-station run --orchestrator http://127.0.0.1:7080 --station atelier-1 --site atelier \
            --data /var/lib/espero-station --phone tcp:127.0.0.1:5554

        Ctrl-C or the signal TERM stops it as soon as no phone is being written, after ten minutes at the latest. A second one
        stops it at once: a phone that is being written then is called interrupted at the next start, and never simply written
        again.

        """,
        """
        Exemple :
          espero-station run --orchestrator http://127.0.0.1:7080 --station atelier-1 --site atelier \
            --data /var/lib/espero-station --phone tcp:127.0.0.1:5554

        Ctrl-C ou le signal TERM l'arrête dès qu'aucun téléphone n'est en cours d'écriture, au plus tard après dix minutes. Un
        second l'arrête net : un téléphone en cours d'écriture sera marqué « à regarder » au prochain démarrage, et jamais
        simplement réécrit.

        """);

    public override int Invoke(ParseResult parseResult)
    {
        ArgumentNullException.ThrowIfNull(parseResult);
        if (parseResult.CommandResult.Command.Name is StationCommandLine.RunName || parseResult.CommandResult.Parent is null)
        {
            parseResult.InvocationConfiguration.Output.WriteLine(surroundings.Say(Example)); // the others begin with an example of their own
        }

        return details.Invoke(parseResult);
    }
}
