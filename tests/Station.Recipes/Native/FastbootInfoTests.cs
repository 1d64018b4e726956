using Espero.Plan.V1;
using Assert = Xunit.Assert;

namespace Espero.Station.Recipes.Tests.Native;

public sealed class FastbootInfoTests
{
    [Fact]
    public void Requirements_come_first_and_the_phone_is_always_emptied() => Assert.Equal(
        [
            "fetch", "assert", "snapshot-cancel", "flash-boot", "flash-vbmeta", "reboot-fastbootd", "await-mode-fastbootd", "super",
            "flash-system", "flash-system-2", "erase-userdata", "reboot-system", "verify-boot",
        ],
        NativeExamples.Ids(NativeExamples.Compile("fastboot-info.txt", NativeExamples.FastbootInfo)));

    [Fact]
    public void A_partition_without_a_file_takes_the_one_of_its_name() =>
        Assert.Equal("boot.img", Step("flash-boot").Flash.FileName);

    [Fact]
    public void The_other_slot_is_the_other_slot() =>
        Assert.Equal((Slot.Other, "system_other.img"), (Step("flash-system-2").Flash.Slot, Step("flash-system-2").Flash.FileName));

    [Fact]
    public void Nobody_can_switch_verification_off_with_it() => Assert.False(Step("flash-vbmeta").Flash.DisableVerification);

    [Theory]
    [InlineData("flash boot", "version-first")]
    [InlineData("version 2", "other-version")]
    [InlineData("version 1\nversion 1", "version-first")]
    [InlineData("version 1\nflash", "wrong-words")]
    [InlineData("version 1\nflash --fast boot", "unknown-option")]
    [InlineData("version 1\nreboot edl", "wrong-words")]
    [InlineData("version 1\nif-wipe if-wipe erase userdata", "wrong-words")]
    [InlineData("version 1\nupdate-supre", "unknown-command")]
    public void A_task_that_is_not_understood_is_refused(string text, string code) =>
        Assert.Contains(code, NativeExamples.Compile("fastboot-info.txt", text).Errors.Select(error => error.Code));

    [Fact]
    public void It_is_not_read_without_its_requirements() => Assert.Equal(
        "not-beside",
        Assert.Single(NativeExamples.File("fastboot-info.txt", NativeExamples.FastbootInfo, androidInfo: null)
            .Compile(NativeExamples.Build).Errors).Code);

    private static Step Step(string id) =>
        NativeExamples.Step(NativeExamples.Compile("fastboot-info.txt", NativeExamples.FastbootInfo), id);
}
