using System.Collections.Immutable;
using Espero.Station.CommandLine;
using Espero.Station.Host.Tests.Workbench;
using Espero.Station.Protocols.Fastboot;
using Espero.Station.Recipes.Vocabulary;

namespace Espero.Station.Host.Tests.Verbs;

/// <summary>Every verb of the vocabulary, from the recipe's text to the phone.</summary>
public sealed class EveryVerbTests
{
    private static readonly ImmutableArray<VerbTrial> All =
    [
        .. AcquireTrials.All, .. GateTrials.All, .. MoveTrials.All, .. LockTrials.All, .. WriteTrials.All, .. LayoutTrials.All,
        .. PhoneSideTrials.All, .. ProofTrials.All,
    ];

    public static TheoryData<string> Titles => [.. All.Select(trial => trial.Title)];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public void Every_verb_has_a_trial()
    {
        Assert.Equal(VerbCatalogue.All.Select(verb => verb.Name).Order(), All.Select(trial => trial.Verb).Distinct().Order());
        Assert.All(All, trial => Assert.Contains($"- {trial.Verb}", trial.Steps, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Titles))]
    public async Task The_engine_carries_it_out(string title)
    {
        var trial = All.Single(trial => trial.Title == title);
        await using var rig = FlashRig.Start(trial.Of);
        trial.Before(rig);
        var before = rig.Phone.State;
        using var person = trial.Person is { } does ? new PersonAtKeyboard(() => does(rig)) : null;

        var exit = await rig.RunAsync(
            trial.Recipe,
            request => request with { YesErase = true },
            fastboot: new FastbootOptions { Confirmation = TimeSpan.FromSeconds(5) },
            person: person);

        Assert.True(exit == ExitCode.Ok, rig.Output + rig.Talk);
        await rig.Phone.WaitForAsync(now => trial.Becomes(before, now), Stop).WaitAsync(TimeSpan.FromSeconds(30), Stop);
        trial.After(rig);
    }
}
