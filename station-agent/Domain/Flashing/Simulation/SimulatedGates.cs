using Espero.Plan.V1;
using Espero.Station.Domain.Phones;
using Espero.Station.Recipes.Failures;

namespace Espero.Station.Domain.Flashing.Simulation;

/// <summary>Looks, waits and restarts.</summary>
internal static class SimulatedGates
{
    public static PhoneSimulation Assert(PhoneSimulation before, Step step, Findings findings)
    {
        foreach (var test in step.Assert.Tests)
        {
            var verdict = FactJudge.Judge(test, before.Facts);
            if (verdict == Verdict.Holds)
            {
                continue;
            }

            if (verdict == Verdict.NotKnown ? before.IsFresh : before.WillStillSay(test.Fact))
            {
                findings.Refuse(AssertJudge.CodeOf(test, before.Facts), step, FactTestText.Describe(test, before.Facts));
            }
            else
            {
                findings.Ask(step, before.Mode, FactTestText.Describe(test, before.Facts));
            }
        }

        return before;
    }

    /// <summary>A person brings the phone into the mode that is named; without one, nobody can tell where it is afterwards.</summary>
    public static PhoneSimulation Ask(PhoneSimulation before, Step step) => step.Ask.Mode == PhoneMode.Unspecified
        ? before with { IsModeSure = false, IsWiped = false }
        : before with { Mode = step.Ask.Mode, IsModeSure = true, IsAway = false, IsWiped = false };

    public static PhoneSimulation AwaitMode(PhoneSimulation before, Step step, Findings findings)
    {
        var mode = step.AwaitMode.Mode;
        var isElsewhere = before.IsModeSure && before.Mode != PhoneMode.Unspecified && before.Mode != mode;
        if (isElsewhere && !before.IsAway)
        {
            findings.Ask(step, mode, "Nothing in the plan leads there: a person must.");
        }
        else if (isElsewhere)
        {
            findings.Refuse(FailureCode.ModeNotReached, step, $"The step waits for {mode}; the steps before lead to {before.Mode}.");
        }

        return before with { Mode = mode, IsModeSure = true, IsAway = false };
    }

    public static PhoneSimulation Reboot(PhoneSimulation before, Step step)
    {
        var mode = VerbModes.After(step.Reboot.Target);
        return before with
        {
            Mode = mode == PhoneMode.System && before.StartsItsRecovery ? PhoneMode.Recovery : mode,
            IsModeSure = true,
            IsAway = true,
        };
    }

    public static PhoneSimulation VerifyBoot(PhoneSimulation before, Step step, Findings findings)
    {
        var proof = step.VerifyBoot.Proof;
        if (proof == Proof.ReadBack && before.IsWiped)
        {
            findings.Ask(step, PhoneMode.System, "A wiped phone allows no debugging, so its system may not let itself be read back.");
        }

        return before with { Seen = proof > before.Seen ? proof : before.Seen, IsAway = false, IsModeSure = false };
    }
}
