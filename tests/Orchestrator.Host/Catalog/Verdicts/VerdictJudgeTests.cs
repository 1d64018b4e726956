using Espero.Orchestrator.Catalog.Verdicts;
using Espero.Station.Domain.Phones;
using Espero.Station.Recipes.Models;

namespace Espero.Orchestrator.Host.Tests.Catalog.Verdicts;

public sealed class VerdictJudgeTests
{
    private static readonly Origin Wiki = new("wiki", "one.yml");
    private static readonly Origin Installer = new("installer", "one.yml");

    [Theory]
    [InlineData(UnlockWay.Open, "Yes")]
    [InlineData(UnlockWay.Command, "Yes")]
    [InlineData(UnlockWay.DownloadMode, "Yes")]
    [InlineData(UnlockWay.VendorCode, "YesWithDelay")]
    [InlineData(UnlockWay.VendorFile, "YesWithDelay")]
    [InlineData(UnlockWay.VendorAccount, "YesWithDelay")]
    [InlineData(UnlockWay.OtherTool, "No")]
    [InlineData(UnlockWay.None, "OnlyIfUnlocked")]
    public void How_a_model_is_unlocked_gives_the_answer(UnlockWay way, string answer) =>
        Assert.Equal(answer, VerdictJudge.Judge(Model(new UnlockFact(way)), [], phone: null).Answer.ToString());

    [Fact]
    public void A_maker_who_no_longer_unlocks_leaves_only_phones_that_are_unlocked() => Assert.Equal(
        FreedomAnswer.OnlyIfUnlocked,
        VerdictJudge.Judge(Model(new UnlockFact(UnlockWay.Command, IsStillOffered: false)), [], phone: null).Answer);

    [Fact]
    public void A_set_that_knows_whom_to_ask_is_believed_before_one_that_only_knows_the_command()
    {
        var verdict = VerdictJudge.Judge(Model(new UnlockFact(UnlockWay.Command), new UnlockFact(UnlockWay.VendorAccount)), [], phone: null);

        Assert.Equal(FreedomAnswer.YesWithDelay, verdict.Answer);
        Assert.Equal(2, verdict.Reasons.Length);
    }

    [Fact]
    public void The_delay_names_the_maker_the_days_and_the_account() =>
        Assert.Contains(
            "xiaomi, jusqu'à 30 jours, avec un compte",
            VerdictJudge.Judge(Model(new UnlockFact(UnlockWay.VendorAccount)), [], phone: null).Whole.French,
            StringComparison.Ordinal);

    [Fact]
    public void A_model_without_any_system_cannot_be_freed()
    {
        var bare = new ModelFacts { Vendor = "xiaomi", Codename = "one", Origins = [Wiki], Unlocks = [new(new UnlockFact(UnlockWay.Open), Wiki)] };

        Assert.Equal(FreedomAnswer.No, VerdictJudge.Judge(bare, [], phone: null).Answer);
        Assert.Equal(FreedomAnswer.Yes, VerdictJudge.Judge(bare, ["Demo 1"], phone: null).Answer);
    }

    [Theory]
    [InlineData("getvar.unlocked", "yes", "Yes")]
    [InlineData("getvar.carrier-lock", "yes", "OnlyIfUnlocked")]
    [InlineData("getprop.ro.oem_unlock_supported", "0", "OnlyIfUnlocked")]
    [InlineData("getprop.sys.oem_unlock_allowed", "0", "YesWithDelay")]
    public void What_this_very_phone_says_decides(string fact, string value, string answer)
    {
        var phone = new PhoneFacts([KeyValuePair.Create(fact, value)]);

        var verdict = VerdictJudge.Judge(Model(new UnlockFact(UnlockWay.VendorAccount)), [], phone);

        Assert.Equal(answer, verdict.Answer.ToString());
        Assert.Equal("phone", verdict.Reasons[0].Source);
    }

    private static ModelFacts Model(params UnlockFact[] unlocks) => new()
    {
        Vendor = "xiaomi",
        Codename = "one",
        Names = [new("One", Wiki)],
        Origins = [Wiki, Installer],
        Systems = [new(new SystemFact("Free OS", ["1"], IsMaintained: true), Wiki)],
        Unlocks = [.. unlocks.Select((unlock, index) => new Sourced<UnlockFact>(unlock, index == 0 ? Wiki : Installer))],
    };
}
