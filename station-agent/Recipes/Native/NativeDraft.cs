using Espero.Station.Recipes.Source;
using Espero.Station.Recipes.Vocabulary;
using static Espero.Station.Recipes.Source.StepNodes;

namespace Espero.Station.Recipes.Native;

/// <summary>What a file of another format says, gathered as the steps of a recipe.</summary>
internal sealed class NativeDraft(ErrorList errors, ModelFile model)
{
    private const string KeyPartition = "avb_custom_key";
    private const string AwaitRestart = "2m";

    private readonly List<SourceNode> _steps = [];
    private readonly List<SourceNode> _identity = [];
    private readonly List<SourceScalar> _files = [];

    public ErrorList Errors => errors;

    public IReadOnlyList<SourceNode> Steps => _steps;

    /// <summary>Tests of the names that the file asks for: one source of the two that a model needs.</summary>
    public IReadOnlyList<SourceNode> Identity => _identity;

    /// <summary>Each once, where it was named first.</summary>
    public IReadOnlyList<SourceScalar> Files => _files;

    /// <summary>Some step empties the user data.</summary>
    public bool Wipes { get; private set; }

    /// <summary>The file ends with the phone on its way into its system.</summary>
    public bool EndsInSystem { get; private set; }

    public void Add(SourceNode step)
    {
        EndsInSystem = false;
        _steps.Add(step);
    }

    public void Identify(SourceNode test) => _identity.Add(test);

    public void Flash(SourceScalar at, SourceScalar partition, SourceScalar file, SourceScalar? slot)
    {
        if (IsLeftAlone(partition))
        {
            return;
        }

        Name(file);
        if (partition.Text == KeyPartition)
        {
            Add(Short(at, "avb-key", file));
            return;
        }

        var (name, suffix) = Split(partition);
        Add(Step(at, "flash", Keys([("partition", name), ("file", file)], slot ?? suffix)));
    }

    public void Erase(SourceScalar at, SourceScalar partition)
    {
        if (IsLeftAlone(partition))
        {
            return;
        }

        if (partition.Text == KeyPartition)
        {
            Add(Step(at, "avb-key", [("clear", Text(at, "true"))]));
            return;
        }

        var (name, suffix) = Split(partition);
        Add(Step(at, "erase", Keys([("partition", name)], suffix)));
        Wipes |= partition.Text == "userdata";
    }

    /// <summary>Restarts, and waits until the phone is back; for its system the proof at the end does that.</summary>
    public void Reboot(SourceScalar at, string target)
    {
        Add(Short(at, "reboot", Text(at, target)));
        if (target is "system" or "continue")
        {
            EndsInSystem = true;
        }
        else
        {
            Add(Step(at, "await-mode", [("mode", Text(at, target)), ("within", Text(at, AwaitRestart))]));
        }
    }

    /// <summary>Only where an update is half done: elsewhere there is nothing to give up.</summary>
    public void CancelSnapshot(SourceNode at)
    {
        const string Status = "getvar.snapshot-update-status";
        Add(Map(
            at,
            ("snapshot-cancel", new SourceScalar(at.Line, at.Column, "", isPlain: true)),
            ("condition", Map(
                at,
                (Status, Map(at, ("present", Text(at, "true")))),
                ("not", Map(at, (Status, Text(at, "none"))))))));
    }

    public void Super(SourceScalar at, SourceScalar file, bool wipe)
    {
        Name(file);
        Add(Step(at, "super", [("file", file), ("wipe", Text(at, wipe ? "true" : "false"))]));
    }

    public void BootImage(SourceScalar at, SourceScalar file)
    {
        Name(file);
        Add(Short(at, "boot-image", file));
    }

    private void Name(SourceScalar file)
    {
        if (_files.TrueForAll(named => named.Text != file.Text))
        {
            _files.Add(file);
        }
    }

    // What exists only once is refused by the compiler; the model's file may say that a line of such a one is not carried out.
    private bool IsLeftAlone(SourceScalar partition) => model.Leaves(Split(partition).Name.Text);

    // Others write "boot_a" where a recipe says boot, slot a.
    private (SourceScalar Name, SourceScalar? Slot) Split(SourceScalar partition)
    {
        var bare = PartitionCatalogue.WithoutSlot(partition.Text);
        return bare == partition.Text || PartitionCatalogue.Known.Contains(partition.Text) || model.Declares(partition.Text)
            ? (partition, null)
            : (Text(partition, bare), Text(partition, partition.Text[^1..].ToLowerInvariant()));
    }

    private static IEnumerable<(string Key, SourceNode Value)> Keys(IEnumerable<(string Key, SourceNode Value)> keys, SourceScalar? slot) =>
        slot is null ? keys : keys.Append(("slot", slot));
}
