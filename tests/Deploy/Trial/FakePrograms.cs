namespace Espero.Deploy.Tests.Trial;

/// <summary>Small shell scripts under the names of programs that a test must not let touch this machine.</summary>
internal static class FakePrograms
{
    /// <param name="folder">Made; to be put before all others on PATH.</param>
    /// <param name="scripts">What each program does, by its name.</param>
    public static string Make(string folder, IReadOnlyDictionary<string, string> scripts)
    {
        Directory.CreateDirectory(folder);
        foreach (var (name, script) in scripts)
        {
            var path = Path.Combine(folder, name);
            File.WriteAllText(path, $"#!/bin/bash\n{script}\n");
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        return folder;
    }
}
