using System.Collections.Frozen;
using Espero.Plan.V1;
using Espero.Station.Domain.Flashing;
using Espero.Station.Domain.Flashing.Preflight;
using Espero.Station.Recipes.Failures;
using Espero.Station.Recipes.VerifiedBoot;
using Assert = Xunit.Assert;

namespace Espero.Station.Domain.Tests.Flashing.Preflight;

/// <summary>What must not be older than the phone: the build, its images, the firmware beneath it.</summary>
public sealed class OlderBuildTests
{
    [Theory]
    [InlineData("getvar.anti", "4", true)]
    [InlineData("getvar.anti", "5", false)]
    [InlineData("getvar.anti:b", "5", false)]
    [InlineData("getvar.anti", "new", false)]
    [InlineData("getvar.other", "1", false)]
    public void A_build_older_than_either_slot_or_than_nobody_knows_what_is_refused(string fact, string value, bool passes)
    {
        var subject = Examples.Subject(Examples.Phone((fact, value)), Examples.Flash());
        subject.Plan.RollbackMarks.Add(new RollbackMark { Fact = "getvar.anti", Value = "4" });

        Assert.Equal(passes ? [] : [FailureCode.RollbackRefused], PreflightCheck.Run(subject).Select(refusal => refusal.FailureCode));
    }

    [Theory]
    [InlineData("2026-10-05", true)]
    [InlineData("2026-11-01", false)]
    public void Patch_levels_are_compared_as_dates(string kept, bool passes)
    {
        var subject = Examples.Subject(Examples.Phone(("getvar.security-patch-level", kept)), Examples.Flash());
        subject.Plan.RollbackMarks.Add(new RollbackMark { Fact = "getvar.security-patch-level", Value = "2026-10-05" });

        Assert.Equal(passes, PreflightCheck.Run(subject).IsEmpty);
    }

    [Fact]
    public void An_older_image_in_a_fallback_is_a_roll_back()
    {
        var erase = Examples.Erase();
        erase.Fallback.Add(Examples.Flash());
        var older = new VbmetaImage
        {
            Algorithm = 1,
            RollbackIndex = 3,
            RollbackIndexLocation = 0,
            Flags = 0,
            PublicKey = [],
            Descriptors = [],
            IsSignatureValid = true,
        };
        var subject = Examples.Subject(Examples.Phone(("getvar.rollback-index:0", "4")), erase) with
        {
            Vbmeta = new Dictionary<string, VbmetaImage> { ["boot.img"] = older }.ToFrozenDictionary(),
        };

        Assert.Equal(
            new Refusal(FailureCode.RollbackRefused, "flash-boot", "getvar.rollback-index:0 is \"4\"; boot.img has the index 3."),
            Assert.Single(PreflightCheck.Run(subject)));
    }

    [Fact]
    public void A_requirement_that_is_not_met_is_told_with_both_values()
    {
        var subject = Examples.Subject(Examples.Phone(("getvar.version-bootloader", "1.1")), Examples.Flash());
        subject.Plan.Requirements.Add(new FactTest { Fact = "getvar.version-bootloader", AtLeast = "1.2" });

        Assert.Equal(
            new Refusal(FailureCode.RequirementNotMet, "", "getvar.version-bootloader is \"1.1\"; wanted: at least 1.2."),
            Assert.Single(PreflightCheck.Run(subject)));
    }
}
