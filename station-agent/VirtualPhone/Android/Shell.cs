using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Espero.VirtualPhone.Adb;
using Espero.VirtualPhone.State;

namespace Espero.VirtualPhone.Android;

/// <summary>The few commands of the phone's own shell. One command line, nothing between commands.</summary>
internal sealed class Shell(PhoneParts parts, PhoneMode mode)
{
    private const byte NotFound = 127;
    private const int MaxShownBytes = 1 << 20;

    private PhoneState State => parts.Phone.State;

    private FileShelf Files => parts.Phone.Files;

    public ShellResult Run(string commandLine)
    {
        var words = ShellWords.Of(commandLine);
        return words switch
        {
            [] => ShellResult.Failed("espero-phone has no interactive shell; give a command."),
            ["getprop"] => new(string.Concat(Properties.All(parts).Select(property => $"[{property.Name}]: [{property.Value}]\n"))),
            ["getprop", var name] => new(Properties.Find(parts, name) + '\n'),
            ["getprop", var name, var instead] => new((Properties.Find(parts, name) is { Length: > 0 } value ? value : instead) + '\n'),
            ["dumpsys", "battery"] when mode == PhoneMode.System => new(Battery.Dump(State)),
            ["dumpsys", "account"] when mode == PhoneMode.System => new($"Accounts: {(State.HoldsOwnersData ? 1 : 0)}\n"),
            ["settings", "get", var space, var name] when mode == PhoneMode.System => new(Setting(space, name) + '\n'),
            ["id"] => new("uid=2000(shell) gid=2000(shell) groups=2000(shell)\n"),
            ["whoami"] => new("shell\n"),
            ["echo", ..] => new(string.Join(' ', words[1..]) + '\n'),
            ["true"] => new(""),
            ["false"] => new("", ExitCode: 1),
            ["exit", var code] when ExitCode(code) is { } exit => new("", ExitCode: exit),
            ["cat", RecoveryTools.TablePath] when mode == PhoneMode.Recovery => new(new RecoveryTools(parts).Table()),
            ["cat", .. { Length: > 0 } paths] => paths.Select(Cat).Aggregate((all, next) => all.And(next)),
            ["ls", var path] => List(path),
            ["sha256sum", var path] => Hash(path),
            ["rm", .. ["-f"] or [], var path] => Remove(path, force: words.Length > 2),
            ["mkdir", "-p", var path] when FileShelf.IsWritable(path) || Files.IsDirectory(path) => new(""),
            ["umount" or "mount", ['/', ..]] when mode == PhoneMode.Recovery => new(""),
            ["make_ext4fs", var device] when mode == PhoneMode.Recovery => new RecoveryTools(parts).MakeFileSystem(device),
            ["twrp", "wipe" or "format", "data"] when mode == PhoneMode.Recovery => Wipe(),
            ["reboot", .. var rest] when RebootWord.Target(string.Join(' ', rest), parts.Phone.Model) is { } target =>
                new("") { Leave = target },
            _ => ShellResult.Failed($"/system/bin/sh: {words[0]}: inaccessible or not found", NotFound),
        };
    }

    private static byte? ExitCode(string text) =>
        byte.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var code) ? code : null;

    private string Setting(string space, string name) => (space, name) switch
    {
        ("global", "device_provisioned") or ("secure", "user_setup_complete") => State.HoldsOwnersData ? "1" : "0",
        ("global", "adb_enabled") => State.AdbEnabled ? "1" : "0",
        _ => "null",
    };

    private ShellResult Cat(string path)
    {
        if (Battery.KernelFile(State, path) is { } text)
        {
            return new(text);
        }

        if (Files.Length(path) is not { } length)
        {
            return ShellResult.Failed($"cat: {path}: No such file or directory");
        }

        using var file = Files.OpenRead(path);
        var bytes = new byte[Math.Min(length, MaxShownBytes)];
        file.ReadExactly(bytes);
        return new(Encoding.UTF8.GetString(bytes));
    }

    private ShellResult List(string path)
    {
        if (Files.Length(path) is not null)
        {
            return new(path + '\n');
        }

        var start = path.TrimEnd('/') + '/';
        var names = Files.List(start).Select(file => file[start.Length..].Split('/')[0]).Distinct();
        return Files.IsDirectory(path)
            ? new(string.Concat(names.Select(name => name + '\n')))
            : ShellResult.Failed($"ls: {path}: No such file or directory");
    }

    private ShellResult Hash(string path)
    {
        if (Files.Length(path) is null)
        {
            return ShellResult.Failed($"sha256sum: {path}: No such file or directory");
        }

        using var file = Files.OpenRead(path);
        return new($"{Convert.ToHexStringLower(SHA256.HashData(file))}  {path}\n");
    }

    private ShellResult Remove(string path, bool force) =>
        (FileShelf.IsWritable(path) && Files.Delete(path)) || force
            ? new("")
            : ShellResult.Failed($"rm: {path}: No such file or directory");

    private ShellResult Wipe()
    {
        parts.Wipes.WipeAll();
        return new("Data wiped\n");
    }
}
