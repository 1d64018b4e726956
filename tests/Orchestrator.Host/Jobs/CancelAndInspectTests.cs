using Espero.Orchestrator.Answers;
using Espero.Orchestrator.Host.Tests.Seeding;
using Espero.Orchestrator.Jobs;

namespace Espero.Orchestrator.Host.Tests.Jobs;

public sealed class CancelAndInspectTests(MigratedDatabase database) : IClassFixture<MigratedDatabase>
{
    private readonly CancelStore _cancels = new(database.Source, new JobReader(database.Source), TimeProvider.System);
    private readonly InspectStore _inspections = new(database.Source, new JobReader(database.Source));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("waiting")]
    [InlineData("queued")]
    [InlineData("offered")]
    public async Task A_job_that_was_not_granted_is_cancelled_at_once(string state)
    {
        var jobId = await database.AddJobAsync(await database.AddPhoneAsync(), state);

        var answer = await CancelAsync(jobId);

        Assert.True(answer.Value!.Cancelled);
        Assert.Equal("cancelled", await database.StateOfAsync(jobId));
    }

    [Fact]
    public async Task A_job_that_is_cancelled_alerts_nobody_any_more()
    {
        var jobId = await database.AddJobAsync(await database.AddPhoneAsync(), "queued");
        await database.RunAsync("update job set alert = 'job-too-old' where job_id = $1", jobId);

        await CancelAsync(jobId);

        Assert.Null(await database.ReadAsync<string>("select alert from job where job_id = $1", jobId));
    }

    [Fact]
    public async Task A_granted_job_goes_on_until_its_station_answers()
    {
        var jobId = await database.AddGrantedJobAsync();

        var answer = await CancelAsync(jobId);

        Assert.False(answer.Value!.Cancelled);
        Assert.Equal("granted", await database.StateOfAsync(jobId));
        Assert.Equal("cancel", await database.ReadAsync<string>("select asked from job where job_id = $1", jobId));
    }

    [Fact]
    public async Task An_interrupted_job_is_given_up()
    {
        var phoneId = await database.AddPhoneAsync();
        var jobId = await database.AddJobAsync(phoneId, "interrupted", 1, await database.ReleaseAsync(phoneId));

        await CancelAsync(jobId);

        Assert.Equal("failed", await database.StateOfAsync(jobId));
        Assert.Equal("given-up", await database.ReadAsync<string>("select failure_class from job where job_id = $1", jobId));
    }

    [Fact]
    public async Task The_attempt_that_is_given_up_has_an_end_and_its_reason()
    {
        var phoneId = await database.AddPhoneAsync();
        var jobId = await database.AddJobAsync(phoneId, "interrupted", 1, await database.ReleaseAsync(phoneId));

        await CancelAsync(jobId);

        Assert.Equal(
            "failed given-up wrong build",
            await database.ReadAsync<string>(
                "select outcome || ' ' || failure_class || ' ' || detail from attempt where job_id = $1 and ended_at is not null", jobId));
    }

    [Fact]
    public async Task An_ended_job_cannot_be_cancelled()
    {
        var jobId = await database.AddJobAsync(await database.AddPhoneAsync(), "succeeded");

        Assert.Equal(RefusalKind.Forbidden, (await CancelAsync(jobId)).Refusal!.Kind);
    }

    [Fact]
    public async Task Only_an_interrupted_job_is_inspected()
    {
        var phoneId = await database.AddPhoneAsync();
        var interrupted = await database.AddJobAsync(phoneId, "interrupted", 1, await database.ReleaseAsync(phoneId));
        var granted = await database.AddGrantedJobAsync();

        Assert.Equal("inspect", (await _inspections.InspectAsync(interrupted, "Camille Durand", Token)).Value!.Asked);
        Assert.Equal(RefusalKind.Forbidden, (await _inspections.InspectAsync(granted, "Camille Durand", Token)).Refusal!.Kind);
    }

    private Task<Answer<CancelResult>> CancelAsync(Guid jobId) => _cancels.CancelAsync(jobId, "Camille Durand", "wrong build", Token);
}
