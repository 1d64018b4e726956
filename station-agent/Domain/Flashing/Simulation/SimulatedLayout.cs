using Espero.Plan.V1;
using Espero.Station.Recipes.Failures;

namespace Espero.Station.Domain.Flashing.Simulation;

/// <summary>Changes where the phone starts from and how its storage is divided.</summary>
internal static class SimulatedLayout
{
    public static PhoneSimulation SetSlot(PhoneSimulation before, Step step, Findings findings)
    {
        var open = WriteGate.Open(before, step, findings);
        var count = before.Facts.Getvar("slot-count");
        if (count is "0" or "1")
        {
            findings.Refuse(FailureCode.AmbiguousVariant, step, $"The plan changes the slot, and the phone has slot-count {count}.");
            return open;
        }

        if (step.SetSlot.Slot == Slot.Other && before.CurrentSlot is null)
        {
            Unknown(before, step, findings, "The plan takes the other slot, and the phone does not say which one is current.");
            return open;
        }

        var slot = step.SetSlot.Slot switch
        {
            Slot.A => "a",
            Slot.B => "b",
            _ => before.CurrentSlot == "a" ? "b" : "a",
        };
        return open with { Facts = open.Facts.With("getvar.current-slot", slot), IsTouched = true };
    }

    public static PhoneSimulation Logical(PhoneSimulation before, Step step, Findings findings)
    {
        var open = WriteGate.Open(before, step, findings);
        var logical = step.Logical;
        foreach (var name in before.Facts.NamesOf(logical.Partition, logical.Slot))
        {
            if (open.Super is not { } super)
            {
                findings.Ask(step, WhoTellsLayout(open), "Whether the phone has logical partitions.");
                break;
            }

            var isNew = logical.Action == Plan.V1.Logical.Types.Action.Create && super.IsWhole;
            if (!isNew && !MayHold(open, super, step, name, findings))
            {
                continue;
            }

            var isGone = logical.Action == Plan.V1.Logical.Types.Action.Delete;
            open = open with { Super = isGone ? super.Without(name) : super.With(name, logical.SizeBytes) };
            CheckRoom(open.Super, step, findings);
        }

        return open with { IsTouched = true };
    }

    public static PhoneSimulation Super(PhoneSimulation before, Step step, Findings findings)
    {
        var open = WriteGate.Open(before, step, findings);
        return open with { Super = open.Super?.Anew(), HasNewLayout = true, IsTouched = true };
    }

    public static PhoneSimulation SnapshotCancel(PhoneSimulation before) =>
        before with { Facts = before.Facts.With("getvar.snapshot-update-status", "none"), IsTouched = true };

    /// <summary>The recovery writes what the package says, on many phones into the other slot, which is then the current one.</summary>
    public static PhoneSimulation Sideload(PhoneSimulation before) => before.InOtherHands() with
    {
        Facts = before.Facts.With("getvar.current-slot", ""),
        Super = before.Super?.Anew(),
        HasNewLayout = true,
        Mode = PhoneMode.Recovery,
        IsModeSure = false,
        IsAway = true,
        IsTouched = true,
    };

    /// <summary>Where the phone can tell what is inside super; nowhere once the plan has divided it anew.</summary>
    public static PhoneMode WhoTellsLayout(PhoneSimulation phone) => phone.HasNewLayout ? PhoneMode.Unspecified : PhoneMode.Fastbootd;

    /// <summary>False when super holds no such partition, which is then refused. What nobody has told yet is asked.</summary>
    public static bool MayHold(PhoneSimulation phone, SuperSpace super, Step step, string name, Findings findings)
    {
        if (super.Logical.ContainsKey(name))
        {
            return true;
        }

        if (super.IsWhole)
        {
            findings.Refuse(FailureCode.PartitionMissing, step, $"super holds no partition {name}.");
            return false;
        }

        findings.Ask(step, WhoTellsLayout(phone), $"Whether super holds {name} and leaves room for it.");
        return true;
    }

    public static void CheckRoom(SuperSpace super, Step step, Findings findings)
    {
        if (!super.Fits)
        {
            findings.Refuse(FailureCode.SuperNeedsWipe, step, super.Describe());
        }
    }

    public static void Unknown(PhoneSimulation before, Step step, Findings findings, string detail)
    {
        if (before.IsFresh)
        {
            findings.Refuse(FailureCode.PhoneNotIdentified, step, detail);
        }
        else
        {
            findings.Ask(step, before.Mode, detail);
        }
    }
}
