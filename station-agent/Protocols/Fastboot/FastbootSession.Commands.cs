namespace Espero.Station.Protocols.Fastboot;

/// <content>The commands by name (AOSP fastboot/README.md, "Command Reference").</content>
public sealed partial class FastbootSession
{
    private const int MaxVariables = 4096;

    /// <summary>Asks for one variable, trimmed; null where the phone has none: it says FAIL, or OKAY and nothing.</summary>
    public async Task<FastbootResult<string?>> GetVarAsync(string name, CancellationToken cancellationToken)
    {
        var answer = await CommandAsync($"getvar:{name}", options.Question, cancellationToken);
        return answer.Error switch
        {
            null => answer.Value.Trim() is { Length: > 0 } value ? value : null,
            { Failure: FastbootFailure.PhoneRefused } => (string?)null,
            var error => error,
        };
    }

    /// <summary>Asks for all variables; a phone that does not know the question refuses it. The last of two equal names wins.</summary>
    public async Task<FastbootResult<IReadOnlyDictionary<string, string>>> GetAllVarsAsync(CancellationToken cancellationToken)
    {
        var variables = new Dictionary<string, string>(StringComparer.Ordinal);
        var answer = await CommandAsync("getvar:all", options.Question, Keep, cancellationToken);
        return answer.Error is { } error ? error : variables;

        void Keep(string line)
        {
            if (FastbootVariable.Parse(line) is { } variable && variables.Count < MaxVariables)
            {
                variables[variable.Name] = variable.Value;
            }
        }
    }

    /// <summary>The largest download in bytes; null where the phone names none that can be read.</summary>
    public async Task<FastbootResult<long?>> GetMaxDownloadSizeAsync(CancellationToken cancellationToken) =>
        await GetSizeAsync("max-download-size", cancellationToken);

    /// <summary>The largest piece in bytes that <c>fetch</c> gives; null where the phone names none that can be read.</summary>
    public async Task<FastbootResult<long?>> GetMaxFetchSizeAsync(CancellationToken cancellationToken) =>
        await GetSizeAsync("max-fetch-size", cancellationToken);

    /// <summary>The size of a partition in bytes; null where the phone names none that can be read.</summary>
    public async Task<FastbootResult<long?>> GetPartitionSizeAsync(string partition, CancellationToken cancellationToken) =>
        await GetSizeAsync($"partition-size:{partition}", cancellationToken);

    /// <summary>Whether a partition lives inside super; a bootloader that does not know the question has none that do.</summary>
    public Task<FastbootResult<bool>> IsLogicalAsync(string partition, CancellationToken cancellationToken) =>
        SaysYesAsync($"is-logical:{partition}", cancellationToken);

    /// <summary>Whether this is fastbootd, the one in recovery, and not a bootloader.</summary>
    public Task<FastbootResult<bool>> IsUserspaceAsync(CancellationToken cancellationToken) =>
        SaysYesAsync("is-userspace", cancellationToken);

    /// <summary>Writes what was downloaded last to <paramref name="partition"/>.</summary>
    public Task<FastbootResult<string>> FlashAsync(string partition, CancellationToken cancellationToken) =>
        CommandAsync($"flash:{partition}", options.Write, cancellationToken);

    public Task<FastbootResult<string>> EraseAsync(string partition, CancellationToken cancellationToken) =>
        CommandAsync($"erase:{partition}", options.Write, cancellationToken);

    /// <param name="slot">The letter alone: <c>a</c> or <c>b</c>.</param>
    public Task<FastbootResult<string>> SetActiveAsync(string slot, CancellationToken cancellationToken) =>
        CommandAsync($"set_active:{slot}", options.Action, cancellationToken);

    private async Task<FastbootResult<long?>> GetSizeAsync(string variable, CancellationToken cancellationToken)
    {
        var answer = await GetVarAsync(variable, cancellationToken);
        return answer.Error is { } error ? error
            : answer.Value is { } text && FastbootSize.TryParse(text, out var sizeBytes) && sizeBytes > 0 ? sizeBytes
            : (long?)null;
    }

    private async Task<FastbootResult<bool>> SaysYesAsync(string variable, CancellationToken cancellationToken)
    {
        var answer = await GetVarAsync(variable, cancellationToken);
        return answer.Error is { } error ? error : string.Equals(answer.Value, "yes", StringComparison.OrdinalIgnoreCase);
    }
}
