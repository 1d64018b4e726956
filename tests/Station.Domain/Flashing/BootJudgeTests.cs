using Espero.Plan.V1;
using Espero.Station.Domain.Flashing;
using Espero.Station.Domain.Phones;
using Espero.Station.Recipes.Failures;
using Assert = Xunit.Assert;

namespace Espero.Station.Domain.Tests.Flashing;

public sealed class BootJudgeTests
{
    private static readonly FactTest Fingerprint = Examples.Is("getprop.ro.build.fingerprint", "ours");

    [Fact]
    public void A_system_that_tells_what_was_written_is_read_back() =>
        Assert.Equal(new BootVerdict.Seen(Proof.ReadBack), Judge(System(("getprop.ro.build.fingerprint", "ours"))));

    [Fact]
    public void A_system_that_tells_another_fingerprint_is_the_wrong_system() =>
        Assert.Equal(FailureCode.WrongSystemBooted, Code(Judge(System(("getprop.ro.build.fingerprint", "theirs")))));

    [Fact]
    public void Without_debugging_a_gadget_that_stays_three_minutes_is_seen_on_usb()
    {
        Assert.Equal(new BootVerdict.Seen(Proof.SeenOnUsb), Judge(System() with { StableFor = TimeSpan.FromMinutes(3) }));
        Assert.Equal(new BootVerdict.Seen(Proof.None), Judge(System() with { StableFor = TimeSpan.FromSeconds(179) }));
    }

    [Fact]
    public void A_persons_word_is_the_weakest_proof() =>
        Assert.Equal(new BootVerdict.Seen(Proof.SeenByPerson), Judge(new BootSight(PhoneMode.Unspecified, PhoneFacts.None) { WasSeenByPerson = true }));

    [Theory]
    [InlineData(PhoneMode.Unspecified)]
    [InlineData(PhoneMode.Bootloader)]
    [InlineData(PhoneMode.Recovery)]
    [InlineData(PhoneMode.Fastbootd)]
    public void A_phone_that_comes_back_elsewhere_or_not_at_all_did_not_boot(PhoneMode mode) =>
        Assert.Equal(FailureCode.BootFailed, Code(Judge(new BootSight(mode, PhoneFacts.None))));

    [Fact]
    public void The_other_slots_system_is_the_wrong_slot() => Assert.Equal(
        FailureCode.WrongSlot,
        Code(Judge(System(("getprop.ro.build.fingerprint", "ours"), ("getprop.ro.boot.slot_suffix", "_a")) with { Slot = "b" })));

    [Fact]
    public void An_orange_phone_after_the_lock_did_not_take_it() => Assert.Equal(
        FailureCode.LockDidNotTake,
        Code(Judge(System(("getprop.ro.boot.verifiedbootstate", "orange")) with { MustBeLocked = true })));

    [Theory]
    [InlineData("getprop.ro.boot.flash.locked", "0")]
    [InlineData("getprop.ro.boot.vbmeta.device_state", "unlocked")]
    public void A_system_that_calls_itself_open_after_the_lock_did_not_take_it(string fact, string open) =>
        Assert.Equal(FailureCode.LockDidNotTake, Code(Judge(System((fact, open)) with { MustBeLocked = true })));

    [Fact]
    public void A_bootloader_that_is_open_after_the_lock_did_not_take_it() => Assert.Equal(
        FailureCode.LockDidNotTake, Code(InBootloader("yes", ("getvar.unlocked", "yes"))));

    [Fact]
    public void A_bootloader_that_is_closed_after_the_lock_took_it() =>
        Assert.Equal(new BootVerdict.Seen(Proof.BootloaderSaysSo), InBootloader("yes", ("getvar.unlocked", "no")));

    [Theory]
    [InlineData("yes", Proof.BootloaderSaysSo)]
    [InlineData("", Proof.None)]
    public void The_bootloaders_word_for_the_slot_is_a_proof(string successful, Proof proof) =>
        Assert.Equal(new BootVerdict.Seen(proof), InBootloader(successful));

    [Fact]
    public void A_slot_that_the_bootloader_calls_unsuccessful_did_not_boot() => Assert.Equal(FailureCode.BootFailed, Code(InBootloader("no")));

    [Fact]
    public void A_slot_that_was_called_successful_before_its_system_started_proves_nothing() =>
        Assert.Equal(new BootVerdict.Seen(Proof.None), InBootloader("yes", leftUnsuccessful: false));

    private static BootVerdict InBootloader(string successful, bool leftUnsuccessful = true) => BootJudge.Judge(
        new VerifyBoot { Proof = Proof.BootloaderSaysSo },
        new BootSight(PhoneMode.Bootloader, new PhoneFacts([new("getvar.slot-successful:a", successful)]))
        {
            Slot = "a",
            LeftUnsuccessful = leftUnsuccessful,
        });

    private static BootVerdict InBootloader(string successful, (string Name, string Value) locked) => BootJudge.Judge(
        new VerifyBoot { Proof = Proof.BootloaderSaysSo },
        new BootSight(PhoneMode.Bootloader, new PhoneFacts([new("getvar.slot-successful:a", successful), new(locked.Name, locked.Value)]))
        {
            Slot = "a",
            LeftUnsuccessful = true,
            MustBeLocked = true,
        });

    private static BootVerdict Judge(BootSight sight) => BootJudge.Judge(new VerifyBoot { Proof = Proof.ReadBack, Tests = { Fingerprint } }, sight);

    private static BootSight System(params (string Name, string Value)[] facts) =>
        new(PhoneMode.System, new PhoneFacts(facts.Select(fact => KeyValuePair.Create(fact.Name, fact.Value))));

    private static string Code(BootVerdict verdict) => Assert.IsType<BootVerdict.Failed>(verdict).FailureCode;
}
