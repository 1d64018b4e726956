using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Espero.Orchestrator;

/// <summary>The help, with what most people came for at its top.</summary>
internal sealed class ExampleFirstHelp(HelpAction details) : SynchronousCommandLineAction
{
    private const string Example = """
        Example:
          espero-orchestrator serve --database "Host=127.0.0.1;Port=5432;Username=espero;Database=espero" \
            --bus amqp://guest:guest@127.0.0.1:5672 --data /var/lib/espero

        Until stations enrol it listens on this machine only.

        """;

    public override int Invoke(ParseResult parseResult)
    {
        ArgumentNullException.ThrowIfNull(parseResult);
        parseResult.InvocationConfiguration.Output.WriteLine(Example);
        return details.Invoke(parseResult);
    }
}
