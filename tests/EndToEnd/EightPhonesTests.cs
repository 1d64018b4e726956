using System.Text;
using Espero.EndToEnd.Tests.Site;

namespace Espero.EndToEnd.Tests;

public sealed class EightPhonesTests(EightPhones scene) : IClassFixture<EightPhones>
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Eight_phones_at_two_stations_are_written_and_each_outcome_is_recorded_once()
    {
        foreach (var job in scene.Jobs.Values)
        {
            await RecordedOnce.AssertAsync(scene.Site.Records, job, Token);
        }
    }

    [Fact]
    public void Every_partition_holds_its_image_byte_for_byte()
    {
        foreach (var phone in scene.Jobs.Keys)
        {
            Assert.True(WrittenBlocks.AreExactly(phone.PartitionFile("boot_a"), scene.Site.Build.Boot), "boot_a differs from its image.");
            Assert.True(WrittenBlocks.AreExactly(phone.PartitionFile("system_a"), scene.Site.Build.System), "system_a differs from its image.");
            Assert.True(WrittenBlocks.AreNone(phone.PartitionFile("userdata")), "userdata was to be erased.");
            Assert.True(WrittenBlocks.AreNone(phone.PartitionFile("persist")), "persist was to be left alone.");
        }
    }

    [Fact]
    public async Task A_written_phone_that_is_requeued_waits_for_a_new_release()
    {
        var (site, phone) = (scene.Site, scene.Spare);
        phone.Start();
        var job = await site.ReleaseAndFlashAsync(phone, Token);
        await site.UntilJobIsAsync(job, "written", Limit, Token);
        await phone.RestartAsync(Token);
        await site.RecognisedAsync(phone, Token);
        var before = PhoneContents.Of(phone);

        await site.Command.RequeueAsync(job, Token);
        await site.UntilAsync("the job is prepared again", token => site.Records.IsPreparedAsync(job, token), Limit, Token);

        await site.UntilAsync("it waits for a release", async token => await site.Records.WaitsForAsync(job, token) == "release", Limit, Token);
        Assert.Equal(before, PhoneContents.Of(phone));
        Assert.Equal(1, await site.Records.CountFactsAsync(job, "AttemptBegun", Token));
    }

    [Fact]
    public async Task An_unreleased_phone_is_bit_for_bit_unchanged_whatever_an_operator_asks()
    {
        var site = scene.Site;
        var phone = await site.RecognisedAsync(scene.Unreleased, Token);
        var before = PhoneContents.Of(scene.Unreleased);
        Assert.Contains("userdata.img", before, StringComparison.Ordinal);
        Assert.Contains("state.json", before, StringComparison.Ordinal);

        var job = await site.Command.FlashAsync(phone, site.BuildId, Token);
        await site.UntilAsync("its files are fetched and its preflight is recorded", token => site.Records.IsPreparedAsync(job, token), Limit, Token);
        Assert.Equal("release", await site.Records.WaitsForAsync(job, Token));
        await site.Command.TryAsync(Token, "flash", "--phone", $"{phone}", "--build", site.BuildId, "--by", EsperoCommand.Person);
        await site.Command.TryAsync(Token, "requeue", "--job", $"{job}", "--reason", "now", "--by", EsperoCommand.Person);
        await site.Command.TryAsync(Token, "requeue", "--state", "failed", "--reason", "all of them", "--by", EsperoCommand.Person);
        await site.Command.AskAsync(Token, "cancel", $"{job}", "--reason", "start over", "--by", EsperoCommand.Person);
        var again = await site.Command.FlashAsync(phone, site.BuildId, Token);
        await site.UntilAsync("the second job is prepared", token => site.Records.IsPreparedAsync(again, token), Limit, Token);

        Assert.Equal("waiting", await site.Records.StateAsync(again, Token));
        Assert.Equal(0, await site.Records.CountFactsAsync(job, "AttemptBegun", Token));
        Assert.Equal(0, await site.Records.CountFactsAsync(again, "AttemptBegun", Token));
        Assert.Equal(before, PhoneContents.Of(scene.Unreleased));
    }

    [Fact]
    public void No_serial_is_in_any_program_s_output_nor_in_what_it_keeps()
    {
        var serials = scene.Jobs.Keys.Append(scene.Unreleased).Select(phone => phone.Serial).ToArray();
        var printed = scene.Site.Programs
            .Where(program => !program.Name.StartsWith("phone ", StringComparison.Ordinal))
            .Select(program => (Where: program.Name, Text: program.Output));
        var kept = scene.Site.KeptByPrograms().Select(path => (Where: path, Text: File.ReadAllText(path, Encoding.Latin1)));
        var texts = printed.Concat(kept).ToArray();

        // The journals are among them, or the search would prove nothing.
        Assert.All(scene.Jobs.Values, job => Assert.Contains(kept, text => text.Text.Contains($"{job}", StringComparison.Ordinal)));
        Assert.All(texts, text => Assert.DoesNotContain(serials, serial => text.Text.Contains(serial, StringComparison.Ordinal)));
    }
}
