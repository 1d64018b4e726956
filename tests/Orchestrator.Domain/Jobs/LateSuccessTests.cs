using Espero.Orchestrator.Domain.Jobs;

namespace Espero.Orchestrator.Domain.Tests.Jobs;

public sealed class LateSuccessTests
{
    [Theory]
    [InlineData(JobState.Waiting, LateSuccess.ClosesTheJob)]
    [InlineData(JobState.Queued, LateSuccess.ClosesTheJob)]
    [InlineData(JobState.Offered, LateSuccess.ClosesTheJob)]
    [InlineData(JobState.Granted, LateSuccess.AlertsAPerson)]
    [InlineData(JobState.Interrupted, LateSuccess.AlertsAPerson)]
    [InlineData(JobState.Succeeded, LateSuccess.ChangesNothing)]
    [InlineData(JobState.Written, LateSuccess.ChangesNothing)]
    [InlineData(JobState.Failed, LateSuccess.ChangesNothing)]
    [InlineData(JobState.Cancelled, LateSuccess.ChangesNothing)]
    public void A_late_success_closes_the_job_only_while_no_newer_attempt_may_be_writing(JobState state, LateSuccess expected) =>
        Assert.Equal(expected, LateSuccessRule.Judge(state));
}
