using Espero.Station.Host.Tests.Run;
using Espero.Station.Host.Tests.Workbench;
using Espero.Station.V1;

namespace Espero.Station.Host.Tests.Verbs;

/// <summary>A file that only a person may download.</summary>
public sealed class FetchManualTests
{
    private const string Steps =
        "- fetch-manual: { file: boot.img, sentence: download-by-hand }\n- flash: { partition: boot, file: boot.img }";

    [Fact]
    public async Task What_nobody_brought_was_not_done_and_the_person_was_told_which_file()
    {
        await using var rig = WithoutTheFile();

        await RunAsync(rig, _ => { });

        Assert.Contains("\"failureClass\":\"hands-not-done\"", rig.Output, StringComparison.Ordinal);
        Assert.Contains("Download it on the page", rig.Talk, StringComparison.Ordinal);
        Assert.Contains("    boot.img", rig.Talk, StringComparison.Ordinal);
        Assert.All(rig.Written("boot_a"), octet => Assert.Equal(0, octet));
    }

    [Fact]
    public async Task What_is_brought_under_the_right_name_is_still_checked()
    {
        await using var rig = WithoutTheFile();

        await RunAsync(rig, _ => rig.Write("boot.img", new byte[rig.Image.Length]));

        Assert.Contains("\"failureClass\":\"image-corrupt\"", rig.Output, StringComparison.Ordinal);
        Assert.All(rig.Written("boot_a"), octet => Assert.Equal(0, octet));
    }

    [Fact]
    public async Task A_station_asks_with_the_sentence_of_the_step_and_goes_on_once_the_orchestrator_has_the_file()
    {
        await using var rig = await StationRig.StartAsync();
        rig.Files.Status = 404;
        var link = await rig.LinkAsync();
        var orders = Orders(rig);
        await link.SayAsync(orders.Offer());
        await link.HearAsync(request => request.AttemptAccepted);
        await link.SayAsync(orders.Grant());
        var needed = await link.HearAsync(request => request.Fact?.HandsNeeded);

        rig.Files.Status = null;
        await link.SayAsync(new LinkResponse
        {
            HandsSaid = new() { Attempt = needed.Attempt, AskId = needed.AskId, SaidBy = "Camille Durand" },
        });

        Assert.Equal(("bring", "download-by-hand"), (needed.AskId, needed.SentenceCode));
        Assert.Equal(Outcome.Written, (await link.HearAsync(request => request.Fact?.AttemptEnded)).Outcome);
    }

    [Fact]
    public async Task Preparing_does_not_refuse_a_phone_for_a_file_that_a_person_will_bring()
    {
        await using var rig = await StationRig.StartAsync();
        rig.Files.Status = 404;
        var link = await rig.LinkAsync();

        await link.SayAsync(Orders(rig).Prepare());

        Assert.Empty((await link.HearAsync(request => request.Fact?.PhonePrepared)).Refusals);
    }

    private static Orders Orders(StationRig rig)
    {
        var orders = new Orders(rig);
        orders.Steps[0] = new() { Id = "bring", FetchManual = new() { FileName = "boot.img", SentenceCode = "download-by-hand" } };
        return orders;
    }

    private static FlashRig WithoutTheFile()
    {
        var rig = FlashRig.Start(new VerbTrial("fetch-manual", "", Steps).Of);
        rig.WriteBuild("boot.img");
        File.Delete(Path.Combine(rig.Files, "boot.img"));
        return rig;
    }

    private static async Task RunAsync(FlashRig rig, Action<FlashRig> brings)
    {
        using var person = new PersonAtKeyboard(() => brings(rig));
        await rig.RunAsync(new VerbTrial("fetch-manual", "", Steps).Recipe, request => request with { YesErase = true }, person: person);
    }
}
