using Espero.Orchestrator.Answers;
using Espero.Orchestrator.Domain.Jobs;
using Espero.Orchestrator.Host.Tests.Seeding;
using Espero.Orchestrator.Jobs;

namespace Espero.Orchestrator.Host.Tests.Jobs;

public sealed class RequeueStoreTests(MigratedDatabase database) : IClassFixture<MigratedDatabase>
{
    private readonly RequeueStore _store = new(database.Source, TimeProvider.System);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_same_request_many_times_at_once_re_queues_each_job_once()
    {
        var jobIds = new List<Guid>();
        for (var i = 0; i < 20; i++)
        {
            jobIds.Add(await AddFailedAsync());
        }

        var wish = Wish([.. jobIds]);
        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => _store.RequeueAsync(wish, Token)));

        Assert.All(answers, answer => Assert.All(answer.Value!.Jobs, job => Assert.True(job.Requeued)));
        Assert.All(answers, answer => Assert.Equal(jobIds.Order(), answer.Value!.Jobs.Select(job => job.JobId).Order()));
        Assert.Equal(20, await database.ReadAsync<long>(
            "select count(*) from job_event where trigger = 'requeue' and job_id = any($1)", jobIds.ToArray()));
    }

    [Fact]
    public async Task A_re_queued_job_waits_for_a_release_again()
    {
        var jobId = await AddFailedAsync();

        await _store.RequeueAsync(Wish([jobId]), Token);

        Assert.Equal("waiting", await database.StateOfAsync(jobId));
        Assert.Equal("release", await database.ReadAsync<string>("select waits_for from job where job_id = $1", jobId));
    }

    [Fact]
    public async Task A_dry_run_says_the_same_and_changes_nothing()
    {
        var jobId = await AddFailedAsync();

        var answer = await _store.RequeueAsync(Wish([jobId]) with { DryRun = true }, Token);

        Assert.True(Assert.Single(answer.Value!.Jobs).Requeued);
        Assert.Equal("failed", await database.StateOfAsync(jobId));
    }

    [Fact]
    public async Task A_key_that_served_another_wish_is_refused()
    {
        var wish = Wish([await AddFailedAsync()]);
        await _store.RequeueAsync(wish, Token);

        var answer = await _store.RequeueAsync(wish with { JobIds = [await AddFailedAsync()] }, Token);

        Assert.Equal(RefusalKind.Forbidden, answer.Refusal!.Kind);
    }

    [Fact]
    public async Task What_cannot_be_re_queued_is_refused_by_itself_and_the_rest_goes_on()
    {
        var phoneId = await database.AddPhoneAsync();
        var busy = await AddFailedAsync(phoneId);
        await database.AddJobAsync(phoneId, "waiting");
        var succeeded = await database.AddJobAsync(await database.AddPhoneAsync(), "succeeded");
        var good = await AddFailedAsync();

        var answer = await _store.RequeueAsync(Wish([busy, succeeded, Guid.CreateVersion7(), good]), Token);

        Assert.Equal([false, false, false, true], answer.Value!.Jobs.Select(job => job.Requeued));
        Assert.Equal("failed", await database.StateOfAsync(busy));
        Assert.Equal("waiting", await database.StateOfAsync(good));
    }

    [Fact]
    public async Task A_filter_takes_the_jobs_of_its_class_and_of_no_other()
    {
        var wanted = await AddFailedAsync(failureClass: "cable-lost");
        var other = await AddFailedAsync(failureClass: "battery-low");

        var answer = await _store.RequeueAsync(Wish([]) with { States = [JobState.Failed], FailureClass = "cable-lost" }, Token);

        Assert.Contains(answer.Value!.Jobs, job => job.JobId == wanted && job.Requeued);
        Assert.Equal("failed", await database.StateOfAsync(other));
    }

    [Fact]
    public async Task A_re_queuing_without_a_reason_is_refused() =>
        Assert.Equal(RefusalKind.Usage, (await _store.RequeueAsync(Wish([Guid.CreateVersion7()]) with { Reason = " " }, Token)).Refusal!.Kind);

    private async Task<Guid> AddFailedAsync(Guid? phoneId = null, string failureClass = "phone-refused")
    {
        var jobId = await database.AddJobAsync(phoneId ?? await database.AddPhoneAsync(), "failed");
        await database.RunAsync("update job set failure_class = $2 where job_id = $1", jobId, failureClass);
        return jobId;
    }

    private static RequeueWish Wish(IReadOnlyList<Guid> jobIds) =>
        new(jobIds, [], null, null, "Camille Durand", "new cables", DryRun: false, Guid.CreateVersion7());
}
