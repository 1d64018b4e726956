namespace Espero.Station.Recipes.Tests.Compiling;

public sealed class RefusalTests
{
    [Theory]
    [InlineData("- flash: { partition: persist, file: boot.img }", "never-write")]
    [InlineData("- erase: modemst1", "never-write")]
    [InlineData("- erase: EFS", "never-write")]
    [InlineData("- flash: { partition: nvdata_a, file: boot.img }", "never-write")]
    [InlineData("- erase: boot_a", "slot-in-name")]
    [InlineData("- erase: zzzzzzzzz", "unknown-partition")]
    [InlineData("- erase: ../boot", "wrong-shape")]
    [InlineData("- flash: { partition: boot, file: ../boot.img }", "wrong-shape")]
    [InlineData("- flash: { partition: boot, file: \"http://x/boot.img\" }", "wrong-shape")]
    [InlineData("- flash: { partition: boot }", "missing-key")]
    [InlineData("- flash: { partition: boot, file: boot.img, slto: a }", "unknown-key")]
    [InlineData("- flash: { partition: boot, file: boot.img, slot: c }", "unknown-word")]
    [InlineData("- flash: { partition: boot, file: boot.img, raw: yes }", "not-a-flag")]
    [InlineData("- flash: { partition: [boot], file: boot.img }", "not-text")]
    [InlineData("- flash: boot", "needs-keys")]
    [InlineData("- set-slot: both", "unknown-word")]
    [InlineData("- await-mode: { mode: bootloader, within: 60 }", "bad-duration")]
    [InlineData("- await-mode: { mode: bootloader, within: 31m }", "bad-duration")]
    [InlineData("- await-mode: { mode: fastboot, within: 60s }", "unknown-word")]
    [InlineData("- assert: { gtvar.product: x }", "unknown-fact-source")]
    [InlineData("- assert: { getvar.: x }", "bad-fact-name")]
    [InlineData("- assert: { getvar.product: { matches: '(?=x)' } }", "bad-pattern")]
    [InlineData("- assert: { getvar.product: { matches: 'a)(b' } }", "bad-pattern")]
    [InlineData("- assert: { getvar.product: { at-least: soon } }", "bad-number")]
    [InlineData("- assert: { getvar.product: { present: maybe } }", "not-a-flag")]
    [InlineData("- assert: { getvar.product: { present: true, at-least: 3 } }", "one-expectation")]
    [InlineData("- assert: []", "not-a-test")]
    [InlineData("- snapshot-facts: now", "no-keys-here")]
    [InlineData("- { erase: cache, format: cache }", "two-verbs")]
    [InlineData("- { id: x }", "not-a-step")]
    [InlineData("- [erase]", "not-a-step")]
    [InlineData("- { erase: cache, condition: a }", "not-a-condition")]
    [InlineData("- { erase: cache, condition: { all: a } }", "not-a-list")]
    [InlineData("- { erase: cache, fallback: [] }", "empty-list")]
    [InlineData("- { id: A, erase: cache }", "wrong-shape")]
    [InlineData("- oem-command: reboot-edl", "unknown-word")]
    [InlineData("- shell: rm -rf /", "unknown-word")]
    [InlineData("- push: { file: notes.txt, to: /system/x }", "path-not-allowed")]
    [InlineData("- push: { file: notes.txt, to: /sdcard/../system/x }", "wrong-shape")]
    [InlineData("- unlock: { method: oem, token-file: notes.txt }", "token-file")]
    [InlineData("- avb-key: {}", "file-or-clear")]
    [InlineData("- logical: { action: create, partition: system }", "logical-size")]
    [InlineData("- erase: cache\n- fetch: boot.img", "fetch-too-late")]
    [InlineData("- flash: { partition: vbmeta, file: boot.img, disable-verity: true }\n- lock", "lock-after-unverified")]
    [InlineData("- { id: x, erase: cache }\n- { id: x, erase: cache }", "id-twice")]
    [InlineData("- erase: cache\n  erase: cache", "duplicate-key")]
    [InlineData("- &here\n  erase: cache", "anchor-not-allowed")]
    [InlineData("- erase: *here", "anchor-not-allowed")]
    [InlineData("- erase: !name cache", "tag-not-allowed")]
    [InlineData("\t- erase: cache", "tab-in-indentation")]
    [InlineData("- erase: \"cache", "not-yaml")]
    [InlineData("- ? [a]\n  : b", "key-not-text")]
    public void A_step_that_cannot_stand_is_refused_with_its_reason(string step, string code) =>
        Assert.Contains(code, Examples.CompileSteps(step).Errors.Select(error => error.Code));

    [Theory]
    [InlineData("", "empty-file")]
    [InlineData("# only a comment\n", "empty-file")]
    [InlineData("~", "empty-file")]
    [InlineData("- a", "not-a-group")]
    [InlineData("recipe: a\0b", "control-character")]
    [InlineData("recipe: a\u202Eb", "control-character")]
    [InlineData("recipe: x\n---\nrecipe: y", "second-document")]
    public void A_file_that_is_no_recipe_is_refused_with_its_reason(string text, string code) =>
        Assert.Contains(code, Examples.Compile(text).Errors.Select(error => error.Code));

    [Theory]
    [InlineData("model: espero/virtual-a", "model: espero/virtual-c", "other-model")]
    [InlineData("  - partition.userdata: [\"1048576\", \"2097152\"]\n", "", "too-few-identity-sources")]
    [InlineData("partition.userdata: [\"1048576\", \"2097152\"]", "getvar.product: virtual-b", "too-few-identity-sources")]
    [InlineData("partition.userdata: [\"1048576\", \"2097152\"]", "getvar.variant: EU", "too-few-identity-sources")]
    [InlineData("partition.userdata: [\"1048576\", \"2097152\"]", "getprop.ro.product.device: virtual-a", "too-few-identity-sources")]
    [InlineData("partition.userdata: [\"1048576\", \"2097152\"]", "partition.userdata: { present: true }", "too-few-identity-sources")]
    [InlineData("partition.userdata: [\"1048576\", \"2097152\"]", "getvar.has-slot:boot: yes", "too-few-identity-sources")]
    [InlineData("proof: none", "proof: read-back", "proof-out-of-reach")]
    [InlineData("proof: none", "proof: sure", "unknown-word")]
    [InlineData("proof: none\n", "", "missing-key")]
    [InlineData("proof: none", "rollback: { getvar.anti: soon }\nproof: none", "bad-rollback-mark")]
    [InlineData("proof: none", "rollback: { getvar.anti: [3, 4] }\nproof: none", "bad-rollback-mark")]
    [InlineData("proof: none", "requires: { anti: 4 }\nproof: none", "unknown-fact-source")]
    [InlineData("proof: none", "partitions: { persist: os }\nproof: none", "never-write")]
    [InlineData("proof: none", "partitions: { tz9: never-write }\nproof: none", "unknown-word")]
    [InlineData("  - fetch: [boot.img, system.img, notes.txt]\n", "", "not-fetched")]
    public void A_head_that_cannot_stand_is_refused_with_its_reason(string good, string bad, string code)
    {
        var text = Examples.WithSteps("- flash: { partition: boot, file: boot.img }");
        Assert.True(Examples.Compile(text).IsGood);

        var errors = Examples.Compile(text.Replace(good, bad, StringComparison.Ordinal)).Errors;

        Assert.Contains(code, errors.Select(error => error.Code));
    }

    [Fact]
    public void A_huge_file_is_refused_before_it_is_read() =>
        Assert.Equal("file-too-large", Examples.OnlyError(Examples.Compile(new string('#', 1024 * 1024 + 1))).Code);

    [Fact]
    public void Deep_nesting_is_refused() =>
        Assert.Equal("nested-too-deep", Examples.OnlyError(Examples.Compile(new string('[', 100_000))).Code);

    [Fact]
    public void A_file_of_very_many_entries_is_refused() =>
        Assert.Equal("too-many-entries", Examples.OnlyError(Examples.Compile("steps: [" + string.Concat(Enumerable.Repeat("a,", 30_000)) + "a]")).Code);

    [Fact]
    public void A_report_never_holds_more_than_a_hundred_errors() =>
        Assert.Equal(100, Examples.CompileSteps(string.Join('\n', Enumerable.Repeat("- flsh: x", 400))).Errors.Length);
}
