using Espero.Station.Host.Tests.Link;
using Espero.Station.V1;
using Espero.VirtualPhone.Faults;
using Espero.VirtualPhone.State;

namespace Espero.Station.Host.Tests.Run;

public sealed class AttemptTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_granted_attempt_writes_the_phone_and_ends_as_written()
    {
        await using var rig = await StationRig.StartAsync();
        var orders = new Orders(rig);
        var link = await BeginAsync(rig, orders);

        var ended = await link.HearAsync(request => request.Fact?.AttemptEnded);

        Assert.Equal((Outcome.Written, ""), (ended.Outcome, ended.FailureClass));
        Assert.True(ended.PassedPointOfNoReturn);
        Assert.Equal(rig.Files.Content, await WrittenAsync(rig));
        Assert.DoesNotContain("SERIAL0001", ended.LogTail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_release_nothing_is_written()
    {
        await using var rig = await StationRig.StartAsync();
        var orders = new Orders(rig);
        var link = await rig.LinkAsync();
        await link.SayAsync(orders.Offer());
        await link.HearAsync(request => request.AttemptAccepted);
        await link.SayAsync(orders.Grant(phoneId: null));

        var ended = await link.HearAsync(request => request.Fact?.AttemptEnded);

        Assert.Equal((Outcome.Failed, "release-missing", false), (ended.Outcome, ended.FailureClass, ended.PassedPointOfNoReturn));
        Assert.All(await WrittenAsync(rig), octet => Assert.Equal(0, octet));
    }

    [Fact]
    public async Task Preparing_fetches_the_files_and_leaves_the_phone_as_it_was()
    {
        await using var rig = await StationRig.StartAsync();
        var link = await rig.LinkAsync();
        await link.SayAsync(new Orders(rig).Prepare());

        var prepared = await link.HearAsync(request => request.Fact?.PhonePrepared);

        Assert.Empty(prepared.Refusals);
        Assert.Single(rig.Files.Ranges);
        Assert.All(await WrittenAsync(rig), octet => Assert.Equal(0, octet));
    }

    [Fact]
    public async Task A_plan_for_another_model_is_refused_before_anything_is_fetched()
    {
        await using var rig = await StationRig.StartAsync();
        var link = await rig.LinkAsync();
        await link.SayAsync(new Orders(rig) { Product = "another" }.Prepare());

        var prepared = await link.HearAsync(request => request.Fact?.PhonePrepared);

        Assert.Contains(prepared.Refusals, refusal => refusal.FailureClass == "wrong-phone");
        Assert.Empty(rig.Files.Ranges);
    }

    [Fact]
    public async Task A_cut_cable_is_survived_by_writing_the_partition_again()
    {
        await using var rig = await StationRig.StartAsync(faults: new CutFault(200_000));
        var link = await BeginAsync(rig, new Orders(rig));

        var ended = await link.HearAsync(request => request.Fact?.AttemptEnded);

        Assert.Equal(Outcome.Written, ended.Outcome);
        Assert.Equal(rig.Files.Content, await WrittenAsync(rig));
    }

    [Fact]
    public async Task A_cable_that_is_lost_again_and_again_ends_the_attempt_as_failed()
    {
        await using var rig = await StationRig.StartAsync(
            faults: [new CutFault(200_000), new CutFault(400_000), new CutFault(600_000)]);
        var link = await BeginAsync(rig, new Orders(rig));

        var ended = await link.HearAsync(request => request.Fact?.AttemptEnded);

        Assert.Equal((Outcome.Failed, "cable-lost", "write-boot", true), (ended.Outcome, ended.FailureClass, ended.StepId, ended.PassedPointOfNoReturn));
    }

    [Fact]
    public async Task What_the_phone_refuses_is_not_tried_again()
    {
        await using var rig = await StationRig.StartAsync(
            faults: new CommandFault(new OnCommand("flash:"), new FailEffect("Flashing is not allowed in Lock State")));
        var link = await BeginAsync(rig, new Orders(rig));

        var ended = await link.HearAsync(request => request.Fact?.AttemptEnded);

        Assert.Equal((Outcome.Failed, "bootloader-locked", "write-boot"), (ended.Outcome, ended.FailureClass, ended.StepId));
    }

    [Fact]
    public async Task Another_serial_after_a_reboot_interrupts_the_attempt()
    {
        await using var rig = await StationRig.StartAsync(faults: new OtherSerialFault("SERIAL0002"));
        var orders = new Orders(rig);
        orders.Steps.InsertRange(1,
        [
            new() { Id = "restart", Reboot = new Plan.V1.Reboot { Target = Plan.V1.RebootTarget.Bootloader } },
            new()
            {
                Id = "back",
                Ask = new Plan.V1.Ask
                {
                    Mode = Plan.V1.PhoneMode.Bootloader,
                    Deadline = Google.Protobuf.WellKnownTypes.Duration.FromTimeSpan(TimeSpan.FromSeconds(10)),
                },
            },
        ]);
        var link = await BeginAsync(rig, orders);

        var interrupted = await link.HearAsync(request => request.Fact?.AttemptInterrupted);

        Assert.Equal(AttemptInterrupted.Types.Cause.PhoneChanged, interrupted.Cause);
        Assert.False(interrupted.PassedPointOfNoReturn);
        Assert.All(await WrittenAsync(rig), octet => Assert.Equal(0, octet));
    }

    [Fact]
    public async Task A_lost_link_never_stops_a_running_write()
    {
        await using var rig = await StationRig.StartAsync(rate: 200_000);
        var link = await BeginAsync(rig, new Orders(rig));
        await link.HearAsync(request => request.StepProgressed is { StepId: "write-boot" } progress ? progress : null);
        await rig.UntilPastReturnAsync();

        link.Cut();

        var again = await rig.Orchestrator.WelcomeAsync(filesAddress: rig.Files.Address);
        var ended = await again.HearAsync(request => request.Fact?.AttemptEnded);
        Assert.Equal(Outcome.Written, ended.Outcome);
        Assert.Equal(rig.Files.Content, await WrittenAsync(rig));
    }

    [Fact]
    public async Task An_attempt_that_a_stopped_station_left_is_interrupted_and_never_run_again()
    {
        await using var rig = await StationRig.StartAsync(rate: 100_000);
        var orders = new Orders(rig);
        var link = await BeginAsync(rig, orders);
        await link.HearAsync(request => request.StepProgressed is { StepId: "write-boot" } progress ? progress : null);
        await rig.UntilPastReturnAsync();

        await rig.RestartStationAsync();

        var again = await rig.LinkAsync();
        Assert.Empty(again.Hello.Running);
        var interrupted = await again.HearAsync(request => request.Fact?.AttemptInterrupted);
        Assert.Equal(
            (AttemptInterrupted.Types.Cause.StationStopped, "write-boot", true),
            (interrupted.Cause, interrupted.StepId, interrupted.PassedPointOfNoReturn));

        await again.SayAsync(orders.Grant());
        await again.SayAsync(orders.Inspect());
        var inspected = await again.HearAsync(request => request.Fact?.PhoneInspected); // orders are taken in order
        using var facts = rig.Journal.ReadAfter(0);
        Assert.Single(facts.Read(int.MaxValue), fact => fact.AttemptBegun is not null);
        Assert.Equal(PhoneInspected.Types.Finding.HalfWritten, inspected.Finding);
    }

    [Fact]
    public async Task An_accepted_attempt_asks_again_after_every_welcome_until_it_is_withdrawn()
    {
        await using var rig = await StationRig.StartAsync();
        var orders = new Orders(rig);
        var link = await rig.LinkAsync();
        await link.SayAsync(orders.Offer());
        await link.HearAsync(request => request.AttemptAccepted);

        await rig.RestartStationAsync();
        var second = await rig.LinkAsync();
        Assert.Equal(orders.Attempt, (await second.HearAsync(request => request.AttemptAccepted)).Attempt);

        await second.SayAsync(orders.Withdraw());
        await second.SayAsync(orders.Prepare()); // taken in order: when it is answered, the withdrawal was taken
        await second.HearAsync(request => request.Fact?.PhonePrepared);
        Assert.Empty(rig.Journal.State.Attempts);
    }

    [Fact]
    public async Task A_cancel_before_the_point_of_no_return_ends_the_attempt_and_touches_nothing()
    {
        await using var rig = await StationRig.StartAsync();
        var orders = new Orders(rig);
        orders.Steps.Insert(1, new()
        {
            Id = "wait",
            Ask = new Plan.V1.Ask
            {
                SentenceCode = "wait", // which nobody answers
                Deadline = Google.Protobuf.WellKnownTypes.Duration.FromTimeSpan(TimeSpan.FromMinutes(5)),
            },
        });
        var link = await BeginAsync(rig, orders);
        await link.HearAsync(request => request.StepProgressed is { StepId: "wait" } progress ? progress : null);

        await link.SayAsync(orders.Cancel());

        var ended = await link.HearAsync(request => request.Fact?.AttemptEnded);
        Assert.Equal((Outcome.Cancelled, false), (ended.Outcome, ended.PassedPointOfNoReturn));
        Assert.All(await WrittenAsync(rig), octet => Assert.Equal(0, octet));
    }

    [Fact]
    public async Task A_port_that_was_matched_anew_after_the_offer_is_not_written_under_the_old_release()
    {
        await using var rig = await StationRig.StartAsync();
        var link = await rig.LinkAsync();
        var orders = new Orders(rig);
        await link.SayAsync(orders.Offer());
        await link.HearAsync(request => request.AttemptAccepted);
        await link.SayAsync(new LinkResponse
        {
            PhoneMatched = new PhoneMatched { PortPath = rig.PortPath, PhoneId = "01890000-0000-7000-8000-0000000000bb" },
        });
        await link.SayAsync(orders.Grant());

        var ended = await link.HearAsync(request => request.Fact?.AttemptEnded);

        Assert.Equal((Outcome.Failed, "phone-changed", false), (ended.Outcome, ended.FailureClass, ended.PassedPointOfNoReturn));
    }

    [Fact]
    public async Task The_phone_ends_in_its_system()
    {
        await using var rig = await StationRig.StartAsync();
        await BeginAsync(rig, new Orders(rig));

        await rig.Phone.WaitForAsync(state => state.Mode == PhoneMode.System, Stop).WaitAsync(TimeSpan.FromSeconds(20), Stop);
    }

    private static async Task<ScriptedLink> BeginAsync(StationRig rig, Orders orders)
    {
        var link = await rig.LinkAsync();
        await link.SayAsync(orders.Offer());
        await link.HearAsync(request => request.AttemptAccepted);
        await link.SayAsync(orders.Grant());
        return link;
    }

    private static async Task<byte[]> WrittenAsync(StationRig rig)
    {
        var written = await File.ReadAllBytesAsync(rig.Phone.PartitionPath("boot_a"), Stop);
        return written[..rig.Files.Content.Length];
    }
}
