using System.Collections.Frozen;
using Espero.Plan.V1;
using Espero.Station.Domain.Flashing.Preflight;
using Espero.Station.Domain.Phones;

namespace Espero.Station.Domain.Tests;

/// <summary>A plan for a phone with slots, and that phone.</summary>
internal static class Examples
{
    public static PhoneFacts Phone(params (string Name, string Value)[] changed)
    {
        var facts = new Dictionary<string, string>
        {
            ["getvar.product"] = "virtual-a",
            ["getvar.variant"] = "demo",
            ["getvar.unlocked"] = "yes",
            ["getvar.slot-count"] = "2",
            ["getvar.current-slot"] = "a",
            ["getvar.has-slot:boot"] = "yes",
            ["getvar.has-slot:userdata"] = "no",
            ["getvar.partition-size:boot_a"] = "0x2000",
            ["getvar.partition-size:boot_b"] = "0x1000",
            ["getvar.partition-size:userdata"] = "0x100000",
            ["getvar.battery-soc"] = "80",
        };
        foreach (var (name, value) in changed)
        {
            facts[name] = value;
        }

        return new PhoneFacts(facts);
    }

    public static FactTest Is(string fact, params string[] values) => new() { Fact = fact, OneOf = new FactTest.Types.OneOf { Values = { values } } };

    public static Condition When(FactTest test) => new() { Test = test };

    public static Step Fetch(string id = "fetch") => new() { Id = id, Fetch = new Fetch { FileNames = { "boot.img" } } };

    public static Step Flash(string id = "flash-boot", Slot slot = Slot.Unspecified, string partition = "boot") =>
        new() { Id = id, Flash = new Flash { Partition = partition, FileName = "boot.img", Slot = slot } };

    public static Step Erase(string id = "erase-userdata", string partition = "userdata") =>
        new() { Id = id, Erase = new Erase { Partition = partition } };

    public static Step Reboot(string id = "reboot", RebootTarget target = RebootTarget.Bootloader) =>
        new() { Id = id, Reboot = new Reboot { Target = target } };

    public static Step Await(PhoneMode mode, string id = "await") =>
        new() { Id = id, AwaitMode = new AwaitMode { Mode = mode } };

    public static Step Lock() => new() { Id = "lock", Lock = new Espero.Plan.V1.Lock() };

    public static Step Unlock() => new() { Id = "unlock", Unlock = new Unlock { Method = Plan.V1.Unlock.Types.Method.Flashing } };

    public static Step Verify(Proof proof, params FactTest[] tests) =>
        new() { Id = "verify", VerifyBoot = new VerifyBoot { Proof = proof, Tests = { tests } } };

    public static Plan.V1.Plan PlanOf(params Step[] steps) => new()
    {
        Format = 1,
        Model = new Model
        {
            Vendor = "espero",
            Codename = "virtual-a",
            Identity = { Is("getvar.product", "virtual-a"), Is("partition.userdata", "1048576") },
        },
        Files = { new Plan.V1.File { Name = "boot.img", SizeBytes = 0x1000 } },
        Steps = { steps },
    };

    public static PreflightSubject Subject(PhoneFacts facts, params Step[] steps) =>
        new(PlanOf(steps), facts) { FreeDiskBytes = 1UL << 40, BytesToFetch = 0 };

    /// <summary>As for a station that can carry out the whole vocabulary.</summary>
    public static PreflightSubject AbleSubject(PhoneFacts facts, params Step[] steps) =>
        Subject(facts, steps) with { SupportedVerbs = Enum.GetValues<Step.VerbOneofCase>().ToFrozenSet() };
}
