using System.Buffers.Binary;
using System.Text;
using Espero.Station.Host.Tests.Workbench;
using Espero.Station.Protocols.Fastboot;
using Espero.Station.Protocols.Odin;
using Espero.Station.Protocols.Usb;
using Espero.Station.Recipes.Words;
using Espero.Station.Watch;
using Espero.Station.Workbench;

namespace Espero.Station.Host.Tests.Watch;

/// <summary>
/// Phones in download mode on made-up sockets, behind a program that says what heimdall 1.4.2 says: it keeps what is uploaded, and
/// like the real one it cannot choose a phone.
/// </summary>
internal sealed class DownloadRig : IAsyncDisposable
{
    public const string Port = "900-1";
    public const string OtherPort = "900-2";

    private readonly TempFolder _folder = new();
    private readonly StringWriter _talk = new();
    private readonly StringWriter _output = new();

    public DownloadRig(string? program = null)
    {
        Directory.CreateDirectory(Files);
        Directory.CreateDirectory(_folder.In("written"));
        File.WriteAllBytes(Path.Combine(Files, "recovery.img"), Image);
        File.WriteAllBytes(_folder.In("phone.pit"), Table(("BOOT", 2048), ("RECOVERY", 2048), ("USERDATA", 0)));
        Sockets = new UsbSockets(_folder.In("sockets"));
        Bench = new PhoneBench(
            _folder.In("data"),
            new FastbootOptions(),
            new HeimdallOptions { Program = program ?? Script() },
            new UsbTree(Sockets.Root),
            Kernel,
            TimeProvider.System);
    }

    public byte[] Image { get; } = [.. Enumerable.Range(0, 300_000).Select(i => (byte)(i * 7))];

    public UsbSockets Sockets { get; }

    public ScriptedKernel Kernel { get; } = new();

    public PhoneBench Bench { get; }

    public string Files => _folder.In("files");

    public string Talk => _talk.ToString();

    public string Output => _output.ToString();

    public IReadOnlyList<string> FailureClasses => ReportedClasses.Of(Output);

    /// <summary>What heimdall was told, one operation a line; the places of files are left out.</summary>
    public string[] Operations => File.Exists(_folder.In("operations")) ? File.ReadAllLines(_folder.In("operations")) : [];

    /// <summary>The log of the attempt that runs.</summary>
    public string Log => Directory.Exists(_folder.In("data/logs"))
        ? string.Concat(Directory.EnumerateFiles(_folder.In("data/logs")).Select(Read))
        : "";

    public static PortAddress Address => new(1, Port, [new PhoneWay.Usb(Port)]);

    /// <summary>The facts that prove the model, as lines of a recipe.</summary>
    public string Identity { get; init; } = "  - usb.product: Gadget Serial";

    /// <summary>Commands of a shell that run at the end of heimdall's operation of this name, such as <c>flash</c>.</summary>
    public void During(string operation, string commands) => File.WriteAllText(_folder.In(operation), commands);

    /// <summary>In a shell's words: every operation after this one says that and fails, after these commands.</summary>
    public string FailFromNowOn(string said, string commands = ":") =>
        $"echo '{said}' > '{_folder.In("fails")}'\ncat > '{_folder.In("failing")}' <<'END'\n{commands}\nEND";

    /// <summary>In a shell's words: unplugs and plugs in again, so that the phone has another number on the bus.</summary>
    public string Replug => $"echo 8 > '{Sockets.Root}/{Port}/devnum'";

    // Whole before anybody sees it.
    public string PlugOther => $"cp -r '{Sockets.Root}/{Port}' '{_folder.Path}/other'; mv '{_folder.Path}/other' '{Sockets.Root}/{OtherPort}'";

    public string Unplug => $"rm -r '{Sockets.Root}/{Port}'";

    public byte[] Written(string partition)
    {
        var path = Path.Combine(_folder.In("written"), partition);
        return File.Exists(path) ? File.ReadAllBytes(path) : [];
    }

    /// <summary>Runs <c>espero-station flash</c>, and says its exit code.</summary>
    public async Task<int> FlashAsync(string steps, PhoneSpec? phone = null, Action? asked = null)
    {
        var recipe = _folder.In("recipe.yaml");
        await File.WriteAllTextAsync(recipe, Recipe(steps), TestContext.Current.CancellationToken);
        var request = new FlashRequest
        {
            Phone = phone ?? new PhoneSpec.At(Address),
            RecipePath = recipe,
            FilesDirectory = Files,
            DataDirectory = _folder.In("data"),
            YesErase = asked is null,
            By = "Checks",
            AsJson = true,
        };
        using var answers = asked is null ? null : new Answers(asked);
        var surroundings = new Surroundings(_output, _talk, answers, TalkIsTerminal: false, name => name == "LANG" ? "en" : null);
        return await new FlashProgram(request, Bench, surroundings, new HastyTime())
            .RunAsync(TestContext.Current.CancellationToken, CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        await Bench.DisposeAsync();
        await _talk.DisposeAsync();
        await _output.DisposeAsync();
        _folder.Dispose();
    }

    private static string Read(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(file);
        return reader.ReadToEnd();
    }

    private string Recipe(string steps) =>
        $$"""
        recipe: trial
        model: samsung/trial
        identity:
        {{Identity}}
          - partition.RECOVERY: "1048576"
        partitions: { BOOT: os, RECOVERY: os, USERDATA: os, CACHE: os }
        proof: none
        steps:
          - fetch: [recovery.img]
        {{steps}}
        """;

    private string Script()
    {
        var path = _folder.In("heimdall");
        File.WriteAllText(
            path,
            $$"""
            #!/bin/sh
            action=$1; resume=
            case "$*" in *--resume*) resume=' --resume' ;; esac
            echo "$action$resume" >> '{{_folder.In("operations")}}'
            if [ "$(ls '{{Sockets.Root}}' | grep -vc ':')" != 1 ]; then echo 'ERROR: There is not one phone.'; exit 1; fi
            if [ -e '{{_folder.In("fails")}}' ]; then cat '{{_folder.In("fails")}}'; . '{{_folder.In("failing")}}'; exit 1; fi
            case $action in
                download-pit) cp '{{_folder.In("phone.pit")}}' "$3" ;;
                flash)
                    name=${2#--}
                    cp "$3" '{{_folder.In("written")}}/'"$name"
                    printf 'Uploading %s\n100%%\n%s upload successful\n' "$name" "$name" ;;
            esac
            if [ -e '{{_folder.Path}}/'"$action" ]; then . '{{_folder.Path}}/'"$action"; fi
            exit 0

            """);
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        return path;
    }

    // Heimdall libpit: a head of 28 bytes, then 132 for each partition; blocks of 512 bytes.
    private static byte[] Table(params (string Name, uint Blocks)[] partitions)
    {
        var bytes = new byte[28 + (132 * partitions.Length)];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, 0x12349876);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(4), (uint)partitions.Length);
        for (var index = 0; index < partitions.Length; index++)
        {
            var entry = bytes.AsSpan(28 + (132 * index));
            BinaryPrimitives.WriteUInt32LittleEndian(entry[4..], 2);
            BinaryPrimitives.WriteUInt32LittleEndian(entry[8..], (uint)index + 1);
            BinaryPrimitives.WriteUInt32LittleEndian(entry[24..], partitions[index].Blocks);
            Encoding.ASCII.GetBytes(partitions[index].Name, entry[36..]);
        }

        return bytes;
    }

    // A person who does something before typing the word.
    private sealed class Answers(Action asked) : StringReader("ERASE\n")
    {
        public override ValueTask<string?> ReadLineAsync(CancellationToken cancellationToken)
        {
            asked();
            return base.ReadLineAsync(cancellationToken);
        }
    }

    // A countdown of half a minute takes a third of a second.
    private sealed class HastyTime : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            System.CreateTimer(callback, state, dueTime == Timeout.InfiniteTimeSpan ? dueTime : dueTime / 100, period);
    }
}
