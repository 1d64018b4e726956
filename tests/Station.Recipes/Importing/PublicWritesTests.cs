using System.Text.RegularExpressions;
using Espero.Plan.V1;
using Espero.Station.Recipes.Importing;
using Espero.Station.Recipes.Models;
using Espero.Station.Recipes.Source;
using Espero.Station.Recipes.Tests.Models;
using Assert = Xunit.Assert;
using File = System.IO.File;

namespace Espero.Station.Recipes.Tests.Importing;

/// <summary>Counts the writes in the text of every public file and finds each of them again as a typed step.</summary>
public sealed partial class PublicWritesTests
{
    private static readonly Lazy<ModelBook> Book = new(() => ModelBook.Read(PublicDevices.Folder));

    [Fact]
    public void Every_write_of_a_wizard_is_a_typed_write()
    {
        foreach (var (file, text) in Files("eos"))
        {
            var wanted = WizardWrite().Count(text);

            Assert.NotEqual(0, wanted);
            Assert.Equal((file.File, wanted), (file.File, Assert.Single(file.Recipes.Select(Steps)).Count(IsWrite)));
        }
    }

    [Fact]
    public void Every_button_that_writes_is_a_typed_write()
    {
        foreach (var (file, text) in Files("openandroidinstaller"))
        {
            string[] buttons = [.. Button().Matches(text).Select(match => match.Groups[1].Value)];
            var steps = Steps(Assert.Single(file.Recipes));

            // The package and, where the second slot was filled last, the recovery once more are added.
            Assert.Equal(
                (file.File, Count(buttons, "flash_recovery", "flash_boot") + Additional(buttons, text)),
                (file.File, steps.Count(step => step.Flash is not null || step.Super is not null)));
            Assert.Equal(
                (file.File, Count(buttons, "_boot_recovery") + (buttons[^1] == "adb_twrp_copy_partitions" ? 1 : 0)),
                (file.File, steps.Count(step => step.BootImage is not null)));
            Assert.Equal((file.File, Count(buttons, "copy_partitions") + 1), (file.File, steps.Count(step => step.Sideload is not null)));
        }
    }

    [Fact]
    public void Every_write_that_some_choice_leads_to_is_typed_and_the_others_are_listed()
    {
        foreach (var (file, text) in Files("ubports"))
        {
            var root = (SourceMap)SourceReader.Read(text, new ErrorList(file.File))!;
            foreach (var system in root.Maps("operating_systems"))
            {
                var recipes = file.Recipes.Where(recipe => recipe.Origins.Name == system.Text("name")).ToList();
                var typed = recipes.SelectMany(Steps).Select(Describe).OfType<string>().ToHashSet(StringComparer.Ordinal);
                var leftOut = recipes.SelectMany(recipe => recipe.LeftOut).ToHashSet(StringComparer.Ordinal);

                Assert.Empty(system.Everything().SelectMany(Writes)
                    .Where(write => !typed.Contains(write.Typed) && !leftOut.Contains(write.Raw))
                    .Select(write => $"{file.File}: {write.Raw}"));
                Assert.All(
                    recipes,
                    recipe => Assert.InRange(Steps(recipe).Count(step => Describe(step) is not null), Unconditional(system), int.MaxValue));
            }
        }
    }

    [Fact]
    public void Every_partition_that_a_page_names_is_written()
    {
        foreach (var (file, text) in Files("lineage").Where(one => one.File.Compiles))
        {
            var steps = Steps(Assert.Single(file.Recipes)).ToList();
            var named = Stack().Match(text).Groups[1].Value.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries);

            Assert.Empty(named.Except(steps.Select(step => step.Flash?.Partition.ToLowerInvariant()).OfType<string>()
                .Concat(steps.Any(step => step.BootImage is not null) ? [RecoveryIn(text)] : [])));
            Assert.True(
                steps.Exists(step => step.BootImage is not null || step.Flash?.Partition.ToLowerInvariant() == RecoveryIn(text)), file.File);
            Assert.Contains(steps, step => step.Sideload?.FileName == "lineage.zip");
        }
    }

    private static IEnumerable<(ImportedFile File, string Text)> Files(string kind)
    {
        PublicDevices.Need();
        var source = PackSource.Find(kind)!;
        var folder = Path.Combine(PublicDevices.Folder, source.DataSet);
        return PackImporter.Import(source, folder, Book.Value).Files
            .Select(file => (file, File.ReadAllText(Path.Combine(folder, file.File))));
    }

    private static IEnumerable<Step> Steps(ImportedRecipe recipe) => SmallDataSets.All(recipe.Recipe.Rehearsal);

    private static bool IsWrite(Step step) => step.Flash is not null || step.Erase is not null || step.Format is not null
        || step.AvbKey is not null || step.Sideload is not null;

    private static int Count(string[] buttons, params string[] endings) =>
        buttons.Count(button => endings.Any(ending => button.EndsWith(ending, StringComparison.Ordinal)));

    private static int Additional(string[] buttons, string text) =>
        Count(buttons, "additional_partitions") * AdditionalPartition().Count(text);

    private static string RecoveryIn(string text) =>
        RecoveryPartition().Match(text) is { Success: true } match ? match.Groups[1].Value : "recovery";

    // What an action writes, as the file has it and as a recipe says it.
    private static IEnumerable<(string Raw, string Typed)> Writes(SourceEntry entry)
    {
        var verb = entry.Key.Text.Split(':') switch
        {
            ["fastboot" or "heimdall", "flash"] => "flash",
            ["fastboot" or "adb", "format"] => "format",
            ["fastboot", "erase"] => "erase",
            ["fastboot", var action] when action.EndsWith("_logical_partition", StringComparison.Ordinal) => action.Split('_')[0],
            _ => null,
        };
        if (verb is null || entry.Value is not SourceMap keys)
        {
            return [];
        }

        return keys.Maps("partitions").Prepend(keys).Select(one => one.Text("partition")).OfType<string>().Select(name => (
            $"{entry.Key.Text} {name}",
            $"{verb} {(verb == "format" && name == "data" ? "userdata" : name)}"));
    }

    private static string? Describe(Step step) =>
        step.Flash is { } flash ? $"flash {flash.Partition}{Suffix(flash.Slot)}"
        : step.Erase is { } erase ? $"erase {erase.Partition}{Suffix(erase.Slot)}"
        : step.Format is { } format ? $"format {format.Partition}"
        : step.Logical is { } logical ? $"{logical.Action.ToString().ToLowerInvariant()} {logical.Partition}{Suffix(logical.Slot)}"
        : null;

    private static string Suffix(Slot slot) => slot switch { Slot.A => "_a", Slot.B => "_b", _ => "" };

    private static int Unconditional(SourceMap system) => system.Maps("steps")
        .Where(step => step.Find("condition") is null)
        .SelectMany(step => step.Maps("actions"))
        .SelectMany(action => action.Entries)
        .SelectMany(Writes)
        .Count();

    [GeneratedRegex(@"^\s*(?:- )?(?:command: |- )(?:flash|erase|format|sideload) \S", RegexOptions.Multiline)]
    private static partial Regex WizardWrite();

    [GeneratedRegex(@"^\s*command: (\w+)", RegexOptions.Multiline)]
    private static partial Regex Button();

    [GeneratedRegex(@"(?<=additional_steps:\s(?:\s+- \w+\s)*)\s+- \w+")]
    private static partial Regex AdditionalPartition();

    [GeneratedRegex(@"^before_recovery_install: \{.*partitions: \[([^\]]*)\]", RegexOptions.Multiline)]
    private static partial Regex Stack();

    [GeneratedRegex(@"^recovery_partition_name: (\w+)", RegexOptions.Multiline)]
    private static partial Regex RecoveryPartition();
}
