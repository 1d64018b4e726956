using Espero.Station.V1;
using Said = Espero.Station.V1.LinkResponse.BodyOneofCase;

namespace Espero.Orchestrator.Host.Tests.Stations;

public sealed class StationLinkTests(RunningOrchestrator orchestrator) : IClassFixture<RunningOrchestrator>
{
    private const string Site = Seeding.MigratedDatabase.Site;
    private const string Port = "tcp:127.0.0.1:5554";

    // Each test is a station of its own.
    private readonly string _name = $"station-{Guid.NewGuid():n}"[..20];

    [Fact]
    public async Task A_new_station_is_welcomed_with_a_token()
    {
        using var station = await LinkAsync();

        var welcome = (await station.HearAsync(Said.Welcome)).Welcome;

        Assert.NotEmpty(welcome.LinkToken);
        Assert.Equal(0UL, welcome.RecordedSequence);
        Assert.StartsWith("http://127.0.0.1:", welcome.FilesAddress, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_machine_with_the_same_name_is_refused()
    {
        using var station = await LinkAsync();
        await station.HearAsync(Said.Welcome);

        using var clone = await LinkAsync("another token");

        var refused = (await clone.HearAsync(Said.LinkRefused)).LinkRefused;
        Assert.Equal(LinkRefused.Types.Reason.TokenMismatch, refused.Reason);
        Assert.Contains("espero stations reset", refused.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_newest_token_replaces_the_old_link_at_once()
    {
        using var old = await LinkAsync();
        var token = (await old.HearAsync(Said.Welcome)).Welcome.LinkToken;

        using var newer = await LinkAsync(token);

        await newer.HearAsync(Said.Welcome);
        await old.HearTheEndAsync();
    }

    [Fact]
    public async Task A_station_that_never_got_its_newest_token_may_show_the_one_before()
    {
        using var first = await LinkAsync();
        var token = (await first.HearAsync(Said.Welcome)).Welcome.LinkToken;
        using var second = await LinkAsync(token);
        await second.HearAsync(Said.Welcome);

        using var third = await LinkAsync(token);

        await third.HearAsync(Said.Welcome);
    }

    [Fact]
    public async Task A_station_cannot_move_to_another_site_by_itself()
    {
        using var station = await LinkAsync();
        var token = (await station.HearAsync(Said.Welcome)).Welcome.LinkToken;

        using var moved = await ScriptedStation.LinkAsync(orchestrator.Channel, _name, "another-site", token);

        var refused = (await moved.HearAsync(Said.LinkRefused)).LinkRefused;
        Assert.Equal(LinkRefused.Types.Reason.WrongSite, refused.Reason);
        Assert.Contains($"--site {Site}", refused.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Lyon 1")]
    [InlineData("'; drop table job; --")]
    public async Task A_name_that_is_none_is_refused(string name)
    {
        using var station = await ScriptedStation.LinkAsync(orchestrator.Channel, name, Site);

        var refused = (await station.HearAsync(Said.LinkRefused)).LinkRefused;
        Assert.Equal(LinkRefused.Types.Reason.BadHello, refused.Reason);
        Assert.Contains("update the older one", refused.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Facts_are_acknowledged_after_their_commit()
    {
        var job = await orchestrator.Database.AddGrantedJobAsync();
        using var station = await LinkAsync();
        await station.HearAsync(Said.Welcome);
        await orchestrator.Database.RunAsync("update job set station_id = $2 where job_id = $1", job, _name);

        await station.SayAsync(1, Ended(job, Outcome.Written));

        Assert.Equal(1UL, (await station.HearAsync(Said.FactsRecorded)).FactsRecorded.RecordedSequence);
        Assert.Equal("written", await orchestrator.Database.StateOfAsync(job));
    }

    [Fact]
    public async Task A_phone_keeps_its_id_on_another_port_and_no_serial_is_stored()
    {
        var serial = $"SERIAL{_name.ToUpperInvariant()}";
        using var station = await LinkAsync();
        await station.HearAsync(Said.Welcome);
        await station.ShowPhoneAsync(Port, serial);
        var first = (await station.HearAsync(Said.PhoneMatched)).PhoneMatched.PhoneId;

        await station.ShowPhoneAsync("tcp:127.0.0.1:5555", serial);

        Assert.Equal(first, (await station.HearAsync(Said.PhoneMatched)).PhoneMatched.PhoneId);
        var stored = await orchestrator.Database.ReadAsync<string>(
            "select (select string_agg(port::text, '') from port) || (select string_agg(phone_mark::text, '') from phone_mark)");
        Assert.DoesNotContain(serial, stored, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(serial[^4..], stored, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_phone_nobody_released_is_prepared_and_never_offered()
    {
        using var station = await LinkAsync();
        await station.HearAsync(Said.Welcome);
        var job = await ShowPhoneWithJobAsync(station);

        var preparation = (await station.HearAsync(Said.PreparationOrdered)).PreparationOrdered;

        Assert.Equal(job.ToString(), preparation.Work.JobId);
        Assert.Equal("waiting", await orchestrator.Database.StateOfAsync(job));
    }

    [Fact]
    public async Task A_released_phone_is_offered_granted_and_recorded()
    {
        using var station = await LinkAsync();
        await station.HearAsync(Said.Welcome);
        var job = await ShowPhoneWithJobAsync(station);
        await station.HearAsync(Said.PreparationOrdered);

        var release = await ReleaseAsync(job);
        var offered = (await station.HearAsync(Said.AttemptOffered)).AttemptOffered;
        await station.SayAsync(new LinkRequest { AttemptAccepted = new() { Attempt = offered.Attempt } });
        var granted = (await station.HearAsync(Said.AttemptGranted)).AttemptGranted;
        await station.SayAsync(1, Ended(job, Outcome.Written));
        await station.HearAsync(Said.FactsRecorded);

        Assert.Equal(1UL, granted.Attempt.Epoch);
        Assert.Equal(release.ToString(), granted.Release.ReleaseId);
        Assert.Equal("written", await orchestrator.Database.StateOfAsync(job));
    }

    [Fact]
    public async Task A_job_too_old_for_the_memory_of_its_station_asks_for_a_person()
    {
        using var station = await LinkAsync();
        await station.HearAsync(Said.Welcome);
        var job = await ShowPhoneWithJobAsync(station);
        await ReleaseAsync(job);
        var offered = (await station.HearAsync(Said.AttemptOffered)).AttemptOffered;

        await station.SayAsync(new LinkRequest
        {
            AttemptDeclined = new() { Attempt = offered.Attempt, Reason = AttemptDeclined.Types.Reason.JobTooOld },
        });
        await station.ShowPhoneAsync(Port, $"SERIAL{_name}"); // answered after the decline
        await station.HearAsync(Said.PhoneMatched);

        Assert.Equal(
            "queued job-too-old",
            await orchestrator.Database.ReadAsync<string>("select state || ' ' || alert from job where job_id = $1", job));
    }

    [Fact]
    public async Task A_lost_grant_is_given_again_under_the_same_epoch()
    {
        using var station = await LinkAsync();
        await station.HearAsync(Said.Welcome);
        await ReleaseAsync(await ShowPhoneWithJobAsync(station));
        var offered = (await station.HearAsync(Said.AttemptOffered)).AttemptOffered;

        await station.SayAsync(new LinkRequest { AttemptAccepted = new() { Attempt = offered.Attempt } });
        var first = (await station.HearAsync(Said.AttemptGranted)).AttemptGranted;
        await station.SayAsync(new LinkRequest { AttemptAccepted = new() { Attempt = offered.Attempt } });

        Assert.Equal(first, (await station.HearAsync(Said.AttemptGranted)).AttemptGranted);
    }

    [Fact]
    public async Task An_offer_whose_release_ended_is_withdrawn_instead_of_granted()
    {
        using var station = await LinkAsync();
        await station.HearAsync(Said.Welcome);
        var job = await ShowPhoneWithJobAsync(station);
        await ReleaseAsync(job);
        var offered = (await station.HearAsync(Said.AttemptOffered)).AttemptOffered;

        await orchestrator.Database.RunAsync(
            "update release set ended_at = now(), ended_because = 'handed-back' where phone_id = (select phone_id from job where job_id = $1)", job);
        await station.SayAsync(new LinkRequest { AttemptAccepted = new() { Attempt = offered.Attempt } });

        await station.HearAsync(Said.AttemptWithdrawn);
        Assert.Equal("waiting", await orchestrator.Database.StateOfAsync(job));
    }

    [Fact]
    public async Task An_interrupted_attempt_that_asks_to_begin_has_not_begun_and_goes_back_to_the_queue()
    {
        using var station = await LinkAsync();
        await station.HearAsync(Said.Welcome);
        var phone = await orchestrator.Database.AddPhoneAsync();
        var job = await orchestrator.Database.AddJobAsync(phone, "interrupted", 1, await orchestrator.Database.ReleaseAsync(phone));
        await orchestrator.Database.RunAsync("update job set station_id = $2 where job_id = $1", job, _name);

        await station.SayAsync(new LinkRequest { AttemptAccepted = new() { Attempt = new() { JobId = job.ToString(), Epoch = 1 } } });

        await station.HearAsync(Said.AttemptWithdrawn);
        Assert.Equal(
            "interrupted>queued",
            await orchestrator.Database.ReadAsync<string>(
                "select from_state || '>' || to_state from job_event where job_id = $1 order by job_event_id limit 1", job));
    }

    [Fact]
    public async Task Facts_that_the_journal_no_longer_holds_do_not_stop_the_cursor()
    {
        var job = await orchestrator.Database.AddGrantedJobAsync();
        using var station = await ScriptedStation.LinkAsync(orchestrator.Channel, _name, Site, firstKept: 41);

        Assert.Equal(40UL, (await station.HearAsync(Said.Welcome)).Welcome.RecordedSequence);
        await orchestrator.Database.RunAsync("update job set station_id = $2 where job_id = $1", job, _name);
        await station.SayAsync(41, Ended(job, Outcome.Written));

        Assert.Equal(41UL, (await station.HearAsync(Said.FactsRecorded)).FactsRecorded.RecordedSequence);
    }

    [Fact]
    public async Task A_stale_epoch_is_withdrawn()
    {
        using var station = await LinkAsync();
        await station.HearAsync(Said.Welcome);

        await station.SayAsync(new LinkRequest { AttemptAccepted = new() { Attempt = new() { JobId = Guid.CreateVersion7().ToString(), Epoch = 7 } } });

        Assert.Equal(7UL, (await station.HearAsync(Said.AttemptWithdrawn)).AttemptWithdrawn.Attempt.Epoch);
    }

    [Fact]
    public async Task A_station_that_is_still_at_it_takes_its_job_back_from_interrupted()
    {
        using var station = await LinkAsync();
        var token = (await station.HearAsync(Said.Welcome)).Welcome.LinkToken;
        var phone = await orchestrator.Database.AddPhoneAsync();
        var job = await orchestrator.Database.AddJobAsync(phone, "interrupted", 1, await orchestrator.Database.ReleaseAsync(phone));
        await orchestrator.Database.RunAsync("update job set station_id = $2 where job_id = $1", job, _name);

        using var back = await ScriptedStation.LinkAsync(orchestrator.Channel, _name, Site, token, running: new() { JobId = job.ToString(), Epoch = 1 });
        await back.HearAsync(Said.Welcome);
        await back.ShowPhoneAsync(Port, $"SERIAL{_name}"); // answered after the hello's own work
        await back.HearAsync(Said.PhoneMatched);

        Assert.Equal("granted", await orchestrator.Database.StateOfAsync(job));
    }

    private Task<ScriptedStation> LinkAsync(string token = "") => ScriptedStation.LinkAsync(orchestrator.Channel, _name, Site, token);

    private async Task<Guid> ShowPhoneWithJobAsync(ScriptedStation station)
    {
        await station.ShowPhoneAsync(Port, $"SERIAL{_name}");
        var phone = Guid.Parse((await station.HearAsync(Said.PhoneMatched)).PhoneMatched.PhoneId);
        var job = await orchestrator.Database.AddJobAsync(phone, "waiting");
        await orchestrator.Database.RunAsync("select pg_notify('espero_dispatch', '')");
        return job;
    }

    private async Task<Guid> ReleaseAsync(Guid job)
    {
        var phone = await orchestrator.Database.ReadAsync<Guid>("select phone_id from job where job_id = $1", job);
        var release = await orchestrator.Database.ReleaseAsync(phone);
        await orchestrator.Database.RunAsync("select pg_notify('espero_dispatch', '')");
        return release;
    }

    private static Fact Ended(Guid job, Outcome outcome) => new()
    {
        AttemptEnded = new() { Attempt = new() { JobId = job.ToString(), Epoch = 1 }, Outcome = outcome, Proof = Espero.Plan.V1.Proof.None },
    };
}
