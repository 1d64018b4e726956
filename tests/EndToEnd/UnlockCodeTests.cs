using System.Text;
using Espero.EndToEnd.Tests.Site;

namespace Espero.EndToEnd.Tests;

/// <summary>A phone whose maker gave a code for it alone, from the list of what to ask for to the phone.</summary>
public sealed class UnlockCodeTests
{
    private const string Code = "E2ECODE4711E2ECODE08";

    private const string Steps = """
          - fetch: boot.img
          - unlock: code
          - flash: { partition: boot, file: boot.img, slot: a }
          - reboot: system
        """;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(90);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_phone_waits_for_its_own_code_is_opened_with_it_once_and_nothing_keeps_it()
    {
        await using var site = await EsperoSite.StartAsync(Token);
        var phone = site.AddPhone();
        phone.Start("--locked", "--unlock-code", Code);
        site.AddStation("left", phone).Start();
        var (buildFile, recipeFile) = site.Build.WithSteps("by-code", Steps);
        var build = await site.Command.AddBuildAsync(buildFile, recipeFile, site.Build.Folder, Token);
        var phoneId = await site.RecognisedAsync(phone, Token);
        await site.Command.ReleaseAsync(phoneId, Token);
        var job = await site.Command.FlashAsync(phoneId, build, Token);
        await site.UntilAsync("it waits for its maker", async token => await site.Records.WaitsForAsync(job, token) == "maker", Limit, Token);
        var before = await site.Command.AskAsync(Token, "unlocks");
        Assert.Equal($"{phoneId}", Assert.Single(before.GetProperty("turns").EnumerateArray()).GetProperty("phoneId").GetString());

        await GiveAsync(site, phoneId);
        await site.UntilJobIsAsync(job, "written", Limit, Token);

        Assert.Equal(1, await site.Records.CountAttemptsPastReturnAsync(job, Token)); // one without the code ends before that
        Assert.True(WrittenBlocks.AreExactly(phone.PartitionFile("boot_a"), site.Build.Boot), "boot_a differs from its image.");
        Assert.Equal(0, await site.Records.CountUnlockCodesAsync(Token));
        await AssertNobodyKnowsAsync(site, job);
    }

    // As a file: the words of a command are there for every program to read.
    private static async Task GiveAsync(EsperoSite site, Guid phoneId)
    {
        var file = Path.Combine(site.Folder, "from-the-maker.txt");
        await File.WriteAllTextAsync(file, $"{Code}\n", Token);
        await site.Command.AskAsync(Token, "unlocks", "given", $"{phoneId}", "--token-file", file, "--by", EsperoCommand.Person);
    }

    private static async Task AssertNobodyKnowsAsync(EsperoSite site, Guid job)
    {
        var kept = site.KeptByPrograms().Select(path => (Where: path, Text: File.ReadAllText(path, Encoding.Latin1))).ToArray();
        var texts = kept.Concat(site.Programs.Select(program => (Where: program.Name, Text: program.Output)));

        // The journals are among them, or the search would prove nothing.
        Assert.Contains(kept, text => text.Text.Contains($"{job}", StringComparison.Ordinal));
        Assert.DoesNotContain(texts, text => text.Text.Contains(Code, StringComparison.Ordinal));
        Assert.Contains("fact", await site.Records.TablesWithAsync($"{job}", Token));
        Assert.Empty(await site.Records.TablesWithAsync(Code, Token));
    }
}
