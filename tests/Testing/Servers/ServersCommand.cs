using Espero.Testing.Programs;

namespace Espero.Testing.Servers;

/// <summary>Calls deploy/servers.sh, the one place that knows how to start private servers.</summary>
internal static class ServersCommand
{
    // A first start may install packages.
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    /// <summary>Returns the <c>key=value</c> lines it printed.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> RunAsync(
        IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        var result = await ChildProgram.RunAsync(Repository.PathTo("deploy", "servers.sh"), arguments, Limit, cancellationToken);
        if (result.ExitCode != 0)
        {
            throw new InvalidOperationException($"deploy/servers.sh ended with {result.ExitCode}: {result.Output}");
        }

        return result.Output.Split('\n')
            .Select(line => line.Split('=', 2))
            .Where(pair => pair.Length == 2)
            .ToDictionary(pair => pair[0], pair => pair[1]);
    }
}
