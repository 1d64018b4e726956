using Espero.Plan.V1;
using Assert = Xunit.Assert;

namespace Espero.Station.Recipes.Tests.Native;

public sealed class ScriptReaderTests
{
    [Fact]
    public void Every_command_becomes_a_typed_step_and_a_proof_is_looked_for_at_the_end() => Assert.Equal(
        [
            "fetch", "assert", "flash-bootloader", "set-slot-other", "reboot-bootloader", "await-mode-bootloader", "assert-2",
            "snapshot-cancel", "avb-key", "avb-key-2", "oem-command", "erase-dpm", "erase-userdata", "flash-boot", "flash-super",
            "reboot-system", "verify-boot",
        ],
        NativeExamples.Ids(NativeExamples.Compile("script.txt", NativeExamples.Script)));

    [Fact]
    public void The_model_is_proven_by_the_script_the_requirements_and_the_model_file()
    {
        var identity = NativeExamples.Plan(NativeExamples.Compile("script.txt", NativeExamples.Script)).Model.Identity;

        Assert.Equal(["getvar.product", "getvar.product", "partition.userdata"], identity.Select(test => test.Fact));
        Assert.Equal(["virtual-a", "virtual-a2"], identity[1].OneOf.Values);
    }

    [Fact]
    public void What_a_script_requires_after_it_has_written_firmware_is_asked_at_that_place()
    {
        var assert = NativeExamples.Step(NativeExamples.Compile("script.txt", NativeExamples.Script), "assert-2").Assert;

        Assert.Equal(["1.2", "1.3"], Assert.Single(assert.Tests).OneOf.Values);
    }

    [Fact]
    public void A_slot_behind_a_partition_becomes_the_slot_of_the_step() =>
        Assert.Equal(Slot.A, NativeExamples.Step(NativeExamples.Compile("script.txt", NativeExamples.Script), "erase-dpm").Erase.Slot);

    [Fact]
    public void A_half_done_update_is_given_up_only_where_there_is_one() =>
        Assert.NotNull(NativeExamples.Step(NativeExamples.Compile("script.txt", NativeExamples.Script), "snapshot-cancel").Condition);

    [Fact]
    public void A_script_that_leaves_the_data_gets_a_step_that_erases_it() => Assert.Equal(
        ["fetch", "flash-boot", "erase-userdata", "reboot-system", "verify-boot"],
        NativeExamples.Ids(NativeExamples.Compile("script.txt", "check-requirements android-info.txt\nflash boot boot.img"))
            .Where(id => !id.StartsWith("assert", StringComparison.Ordinal)));

    [Theory]
    [InlineData("flsh boot boot.img", "unknown-command", 1)]
    [InlineData("flash boot", "wrong-words", 1)]
    [InlineData("flash boot boot.img both-slots", "wrong-words", 1)]
    [InlineData("reboot-bootloader now", "wrong-words", 1)]
    [InlineData("run-cmd", "wrong-words", 1)]
    [InlineData("run-cmd oem edl", "unknown-word", 13)]
    [InlineData("run-cmd flash:boot", "command-not-allowed", 9)]
    [InlineData("erase persist", "never-write", 7)]
    [InlineData("erase zzzzzz", "unknown-partition", 7)]
    [InlineData("flash boot ../boot.img", "wrong-shape", 12)]
    [InlineData("flash boot other.img", "unknown-file", 12)]
    [InlineData("check-requirements other.txt", "not-beside", 20)]
    public void A_line_that_cannot_be_carried_out_is_refused_at_its_place(string line, string code, int column)
    {
        var parsed = NativeExamples.Compile("script.txt", $"# invented\n\n{line}");

        Assert.Contains((code, "script.txt", 3, column), parsed.Errors.Select(error => (error.Code, error.FileName, error.Line, error.Column)));
    }

    [Fact]
    public void A_mistyped_command_gets_the_nearest_one() =>
        Assert.Equal("flash", Assert.Single(NativeExamples.Compile("script.txt", "flsh boot boot.img").Errors).NearestWord);
}
