using System.Collections.Immutable;

namespace Espero.Station.Protocols.Adb;

/// <content>What the phone says of itself.</content>
public sealed partial class AdbPhone
{
    /// <summary>All properties of the running system, or of the recovery.</summary>
    public async Task<AdbResult<ImmutableSortedDictionary<string, string>>> GetPropertiesAsync(CancellationToken cancellationToken)
    {
        var answer = await ShellAsync("getprop", cancellationToken);
        return answer switch
        {
            { Error: { } error } => error,
            { Value.ExitCode: not 0 } => new AdbError(AdbFailure.Refused, $"getprop ended with {answer.Value.ExitCode}: {answer.Value.Errors}"),
            _ => PropertyList.Parse(answer.Value.Output),
        };
    }
}
