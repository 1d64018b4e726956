using System.Collections.Frozen;
using Espero.Plan.V1;
using Espero.Station.Domain.Flashing.Preflight;
using Espero.Station.Domain.Phones;
using Espero.Station.Recipes.Failures;
using Espero.Station.Recipes.Importing;
using Espero.Station.Recipes.Models;
using Espero.Testing;
using Assert = Xunit.Assert;

namespace Espero.Station.Domain.Tests.Importing;

/// <summary>Every recipe of the public data on phones that tell their lock in each of the ways that phones have.</summary>
public sealed class PublicRecipesTests
{
    private static readonly string Folder = Repository.PathTo("..", "shared", "devices");
    private static readonly Lazy<ModelBook> Book = new(() => ModelBook.Read(Folder));

    public static TheoryData<string> Kinds => [.. PackSource.All.Select(source => source.Kind)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void No_condition_is_left_open_by_a_phone_that_tells_nothing(string kind)
    {
        var open = Import(kind).SelectMany(plan => plan.Steps.SelectMany(Flatten)
            .Where(step => FactJudge.Judge(step.Condition, PhoneFacts.None) == Verdict.NotKnown)
            .Select(step => $"{plan.RecipeName}: {step.Id}"));

        Assert.Empty(open);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void No_step_finds_the_phone_in_a_mode_where_it_cannot_be_done(string kind)
    {
        var stuck = Import(kind).SelectMany(plan => Phones().SelectMany(phone => PreflightCheck.Run(Subject(plan, phone))
            .Where(refusal => refusal.FailureCode == FailureCode.ModeNotReached)
            .Select(refusal => $"{plan.RecipeName}: {refusal.StepId}: {refusal.Detail}")));

        Assert.Empty(stuck.Distinct());
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void No_mode_is_waited_for_that_nothing_leads_to(string kind)
    {
        var stuck = Import(kind).SelectMany(plan => Phones().SelectMany(phone => PreflightCheck.Look(Subject(plan, phone)).Later
            .Where(open => open.Detail.StartsWith("Nothing in the plan leads there", StringComparison.Ordinal))
            .Select(open => $"{plan.RecipeName}: {open.StepId}")));

        Assert.Empty(stuck.Distinct());
    }

    // Open or closed, in the usual word, in Motorola's, and in none.
    private static IEnumerable<PhoneFacts> Phones() =>
    [
        PhoneFacts.None,
        new([new("getvar.unlocked", "yes")]),
        new([new("getvar.unlocked", "no")]),
        new([new("getvar.securestate", "flashing_unlocked")]),
        new([new("getvar.securestate", "locked")]),
        new([new("getprop.ro.boot.flash.locked", "0"), new("getvar.unlocked", "yes")]),
        new([new("getprop.ro.boot.flash.locked", "1"), new("getprop.sys.oem_unlock_allowed", "1")]),
    ];

    private static PreflightSubject Subject(Plan.V1.Plan plan, PhoneFacts facts) => new(plan, facts)
    {
        Mode = PhoneMode.System,
        FreeDiskBytes = ulong.MaxValue,
        BytesToFetch = 0,
        SupportedVerbs = Enum.GetValues<Step.VerbOneofCase>().ToFrozenSet(),
    };

    private static Plan.V1.Plan[] Import(string kind)
    {
        Assert.SkipUnless(Directory.Exists(Folder), $"NOT TESTED: the public device data is not at {Path.GetFullPath(Folder)}.");
        var source = PackSource.Find(kind)!;
        return
        [
            .. PackImporter.Import(source, Path.Combine(Folder, source.DataSet), Book.Value).Recipes
                .Select(recipe => recipe.Recipe.Rehearsal),
        ];
    }

    private static IEnumerable<Step> Flatten(Step step) => step.Fallback.SelectMany(Flatten).Prepend(step);
}
