using Espero.VirtualPhone.Faults;
using Espero.VirtualPhone.State;

namespace Espero.VirtualPhone.Tests.Faults;

public sealed class FaultParserTests
{
    public static TheoryData<string, Fault> Understood => new()
    {
        { "fail@3:low power, charge.", new CommandFault(new AtCommand(3), new FailEffect("low power, charge.")) },
        { "fail@1:size: too big", new CommandFault(new AtCommand(1), new FailEffect("size: too big")) },
        { "fail:flash:no", new CommandFault(new OnCommand("flash"), new FailEffect("no")) },
        { "fail:flash::boot_a:no: never", new CommandFault(new OnCommand("flash:boot_a"), new FailEffect("no: never")) },
        { "silent@2", new CommandFault(new AtCommand(2), new SilenceEffect()) },
        { "nonsense@9", new CommandFault(new AtCommand(9), new NonsenseEffect()) },
        { "cut@5000000000", new CutFault(5_000_000_000) },
        { "drip:1", new DripFault(1) },
        { "serial-after-reboot:OTHER-1", new OtherSerialFault("OTHER-1") },
        { "hang-reboot", new HangFault() },
        { "silent:flash:boot", new CommandFault(new OnCommand("flash:boot"), new SilenceEffect()) },
        { "nonsense:flash:", new CommandFault(new OnCommand("flash:"), new NonsenseEffect()) },
        { "chatty:flash:", new CommandFault(new OnCommand("flash:"), new ChattyEffect(5)) },
        { "cut:download:", new CommandFault(new OnCommand("download:"), new DropEffect(Unplugs: false)) },
        { "unplug:download:", new CommandFault(new OnCommand("download:"), new DropEffect(Unplugs: true)) },
        { "lost-answer:flashing lock", new CommandFault(new OnCommand("flashing lock"), new LostAnswerEffect()) },
        { "heat:flash:", new CommandFault(new OnCommand("flash:"), new HeatEffect()) },
        { "heat-after@1000000", new HeatFault(1_000_000) },
        { "flap@64", new FlapFault(64) },
        { "lose@10", new PacketLossFault(10) },
        { "double@10", new PacketDoublingFault(10) },
        { "lands:recovery:system", new LandingFault(PhoneMode.Recovery, PhoneMode.System) },
        { "getvar:product=other", new VariableFault("product", "other") },
        { "getprop:ro.product.device=", new PropertyFault("ro.product.device", "") },
        { "never-starts", new MisbehaviourFault(Misbehaviour.NeverStarts) },
    };

    [Theory]
    [MemberData(nameof(Understood))]
    public void A_fault_is_read_as_a_value(string text, Fault fault) => Assert.Equal(fault, FaultParser.Parse(text).Fault);

    [Theory]
    [InlineData("", "there is no fault ''")]
    [InlineData("explode", "there is no fault 'explode'")]
    [InlineData("fail@0:no", "'0' is no command number")]
    [InlineData("fail@x:no", "'x' is no command number")]
    [InlineData("fail@1", "it needs a text")]
    [InlineData("fail@1:", "it needs a text")]
    [InlineData("fail:flash", "it needs the beginning of a command")]
    [InlineData("silent@", "'' is no command number")]
    [InlineData("cut@-1", "'-1' is no number of bytes")]
    [InlineData("drip:fast", "'fast' is no number of bytes")]
    [InlineData("serial-after-reboot:a b", "'a b' is no serial")]
    [InlineData("cut:", "it needs the beginning of a command")]
    [InlineData("lands:recovery:moon", "it needs two modes")]
    [InlineData("getvar:=x", "it needs a name")]
    [InlineData("station-disk-full", "no phone can bring this about")]
    [InlineData("hang-reboot:1", "there is no fault 'hang-reboot:'")]
    public void A_fault_that_is_not_understood_says_what_is_wrong_and_what_is_known(string text, string why)
    {
        var parsing = FaultParser.Parse(text);

        Assert.False(parsing.Understood);
        Assert.Contains(why, parsing.Error, StringComparison.Ordinal);
        Assert.Contains(FaultParser.Syntax, parsing.Error, StringComparison.Ordinal);
    }
}
