namespace Espero.Station.Protocols.Adb.Server;

/// <summary>The station's own key, which a person accepts once on each phone.</summary>
internal static class AdbKey
{
    /// <summary>Makes the key where there is none. A key is never half there: it is made under another name and then moved.</summary>
    public static async Task<AdbResult<string>> EnsureAsync(
        AdbFolder folder, AdbServerOptions options, TimeProvider time, CancellationToken cancellationToken)
    {
        if (File.Exists(folder.KeyPath))
        {
            return folder.KeyPath;
        }

        return await AdbEdge.RunAsync<string>(
            "adb keygen",
            AdbLimit.Within(options.MakeKey),
            time,
            watchdog => MakeAsync(folder, options.Program, watchdog.Token),
            cancellationToken);
    }

    private static async Task<AdbResult<string>> MakeAsync(AdbFolder folder, string program, CancellationToken cancellationToken)
    {
        var words = new LastWords();
        var draft = $"{folder.KeyPath}.new";
        try
        {
            var run = await new AdbProgram(program, folder.Path).Command(["keygen", draft], words.Add).ExecuteAsync(cancellationToken);
            if (run.ExitCode != 0 || !File.Exists(draft))
            {
                return new AdbError(AdbFailure.ServerUnusable, $"'adb keygen' made no key in {folder.Path}: {words}");
            }

            File.Move($"{draft}.pub", $"{folder.KeyPath}.pub", overwrite: true);
            File.Move(draft, folder.KeyPath);
            return folder.KeyPath;
        }
        catch (Exception missing) when (AdbProgram.IsMissing(missing))
        {
            return AdbProgram.Missing(program, missing);
        }
    }
}
