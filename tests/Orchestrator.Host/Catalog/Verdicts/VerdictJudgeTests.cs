using Espero.Orchestrator.Catalog.Verdicts;
using Espero.Plan.V1;
using Espero.Station.Domain.Flashing.Simulation;
using Espero.Station.Domain.Phones;
using Espero.Station.Recipes.Models;
using Assert = Xunit.Assert;
using Verdict = Espero.Orchestrator.Catalog.Verdicts.Verdict;

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
        Assert.Equal(answer, Judge(Model(new UnlockFact(way))).Answer.ToString());

    [Fact]
    public void A_maker_who_no_longer_unlocks_leaves_only_phones_that_are_unlocked() => Assert.Equal(
        FreedomAnswer.OnlyIfUnlocked,
        Judge(Model(new UnlockFact(UnlockWay.Command, IsStillOffered: false))).Answer);

    [Fact]
    public void A_set_that_knows_whom_to_ask_is_believed_before_one_that_only_knows_the_command()
    {
        var verdict = Judge(Model(new UnlockFact(UnlockWay.Command), new UnlockFact(UnlockWay.VendorAccount)));

        Assert.Equal(FreedomAnswer.YesWithDelay, verdict.Answer);
        Assert.Equal(
            [
                VerdictSentences.Way(new UnlockFact(UnlockWay.VendorAccount)),
                VerdictSentences.Way(new UnlockFact(UnlockWay.Command)),
                VerdictSentences.FirstWayCounts,
            ],
            verdict.Reasons.Select(reason => reason.Sentence));
    }

    [Fact]
    public void What_two_sets_say_in_the_same_words_is_said_once_with_both()
    {
        var model = Model(
            [new(FirmwareFact.Read("12"), Wiki), new(FirmwareFact.Read("12"), Installer)],
            new UnlockFact(UnlockWay.Command), new UnlockFact(UnlockWay.Command));

        Assert.Equal(
            [VerdictSentences.Way(new UnlockFact(UnlockWay.Command)), VerdictSentences.FirmwareNeeded("12")],
            Judge(model).Reasons.Select(reason => reason.Sentence));
        Assert.All(Judge(model).Reasons, reason => Assert.Equal([Wiki.ToString(), Installer.ToString()], reason.Sources));
    }

    [Fact]
    public void The_delay_names_the_maker_the_days_and_the_account() =>
        Assert.Contains(
            "(Xiaomi, jusqu'à 30 jours, avec un compte chez lui, 3 téléphones par an)",
            Judge(Model(new UnlockFact(UnlockWay.VendorAccount))).Whole.French,
            StringComparison.Ordinal);

    [Fact]
    public void A_model_without_any_system_cannot_be_freed()
    {
        var bare = new ModelFacts { Vendor = "xiaomi", Codename = "one", Origins = [Wiki], Unlocks = [new(new UnlockFact(UnlockWay.Open), Wiki)] };

        Assert.Equal(FreedomAnswer.No, Judge(bare).Answer);
        Assert.Equal(FreedomAnswer.Yes, Judge(bare, new VerdictEvidence { Ready = ["Demo 1"] }).Answer);
    }

    [Theory]
    [InlineData("getvar.unlocked", "yes", "Yes")]
    [InlineData("getvar.securestate", "flashing_unlocked", "Yes")]
    [InlineData("getvar.carrier-lock", "yes", "OnlyIfUnlocked")]
    [InlineData("getprop.ro.oem_unlock_supported", "0", "OnlyIfUnlocked")]
    [InlineData("getprop.sys.oem_unlock_allowed", "0", "YesWithDelay")]
    public void What_this_very_phone_says_decides(string fact, string value, string answer)
    {
        var verdict = Judge(Model(new UnlockFact(UnlockWay.VendorAccount)), Phone((fact, value)));

        Assert.Equal(answer, verdict.Answer.ToString());
        Assert.Equal(["phone"], verdict.Reasons[0].Sources);
    }

    [Theory]
    [InlineData(UnlockWay.None, null)]
    [InlineData(UnlockWay.VendorAccount, "getvar.carrier-lock")]
    public void A_locked_phone_with_no_way_left_is_a_no_and_need_not_be_plugged_in(UnlockWay way, string? obstacle)
    {
        var verdict = Judge(Model(new UnlockFact(way)), Phone(("getvar.unlocked", "no"), (obstacle ?? "getvar.product", "yes")));

        Assert.StartsWith("Non : il est verrouillé", verdict.Whole.French, StringComparison.Ordinal);
        Assert.DoesNotContain("Branchez", verdict.Whole.French, StringComparison.Ordinal);
    }

    [Fact]
    public void A_locked_phone_that_nobody_knows_how_to_unlock_is_a_no() =>
        Assert.Equal(FreedomAnswer.No, Judge(Model(), Phone(("getvar.unlocked", "no"))).Answer);

    [Fact]
    public void A_phone_that_is_ahead_of_our_build_says_so()
    {
        var plan = new Espero.Plan.V1.Plan { RollbackMarks = { new RollbackMark { Fact = "getvar.anti", Value = "3" } } };

        var verdict = Judge(
            Model(new UnlockFact(UnlockWay.Command)), Phone(("getvar.anti", "4")) with { Plans = [plan], Ready = ["Demo 1"] });

        Assert.Contains(verdict.Reasons, reason => reason.Sentence.French.Contains("getvar.anti : 4, le système a 3", StringComparison.Ordinal));
        Assert.Contains(verdict.Reasons, reason => reason.Sentence.French.Contains("(niveau 4)", StringComparison.Ordinal));
    }

    [Fact]
    public void Firmware_that_must_be_there_first_is_a_reason_and_a_phone_that_has_another_is_told()
    {
        var model = Model([new(FirmwareFact.Read("12"), Wiki)], new UnlockFact(UnlockWay.Command));

        Assert.Contains(Judge(model).Reasons, reason => reason.Sentence.French == "Il doit d'abord avoir l'Android 12 du fabricant.");
        Assert.Contains(
            Judge(model, Phone(("getprop.ro.build.version.release", "9"))).Reasons,
            reason => reason.Sentence.French.Contains("ce téléphone a Android 9", StringComparison.Ordinal));
    }

    [Fact]
    public void A_model_without_the_switch_needs_no_touch()
    {
        var touch = VerdictSentences.Hand(Ask.Types.Need.Touch);

        Assert.Contains(touch, Judge(Model(new UnlockFact(UnlockWay.Command))).Hands);
        Assert.DoesNotContain(touch, Judge(Model(new UnlockFact(UnlockWay.Command, NeedsSwitch: false))).Hands);
    }

    [Fact]
    public void A_plan_says_itself_what_hands_it_needs()
    {
        var plan = new Espero.Plan.V1.Plan { Steps = { new Step { Ask = new Ask { Needs = { Ask.Types.Need.Touch } } } } };

        Assert.Equal(
            [VerdictSentences.Hand(Ask.Types.Need.Touch)],
            Judge(Model(new UnlockFact(UnlockWay.DownloadMode)), new VerdictEvidence { Plans = [plan] }).Hands);
        Assert.Equal(
            [VerdictSentences.NoHands],
            Judge(Model(new UnlockFact(UnlockWay.Open)), new VerdictEvidence { Plans = [new Espero.Plan.V1.Plan()] }).Hands);
    }

    [Fact]
    public void A_system_that_each_variant_names_is_named_once()
    {
        var model = new ModelFacts
        {
            Vendor = "xiaomi",
            Codename = "one",
            Systems =
            [
                new(new SystemFact("Free OS", ["20", "21"], IsMaintained: false), Wiki),
                new(new SystemFact("Free OS", ["18.1", "20"], IsMaintained: true), Installer),
            ],
        };

        var system = Assert.Single(Judge(model).Systems);

        Assert.Equal(["18.1", "20", "21"], system.Versions);
        Assert.True(system.IsMaintained);
        Assert.Equal("wiki, installer", system.Source);
    }

    private static Verdict Judge(ModelFacts model, VerdictEvidence? evidence = null) => VerdictJudge.Judge(model, evidence ?? new VerdictEvidence());

    private static VerdictEvidence Phone(params (string Fact, string Value)[] said)
    {
        var facts = new PhoneFacts(said.Select(one => KeyValuePair.Create(one.Fact, one.Value)));
        return new VerdictEvidence { Phone = new NotedPhone(null, "", facts, UnlockFacts.IsUnlocked(facts), DateTimeOffset.UnixEpoch) };
    }

    private static ModelFacts Model(params UnlockFact[] unlocks) => Model([], unlocks);

    private static ModelFacts Model(Sourced<FirmwareFact>[] firmware, params UnlockFact[] unlocks) => new()
    {
        Vendor = "xiaomi",
        Codename = "one",
        Names = [new("One", Wiki)],
        Origins = [Wiki, Installer],
        Systems = [new(new SystemFact("Free OS", ["1"], IsMaintained: true), Wiki)],
        Unlocks = [.. unlocks.Select((unlock, index) => new Sourced<UnlockFact>(unlock, index == 0 ? Wiki : Installer))],
        Firmware = [.. firmware],
    };
}
