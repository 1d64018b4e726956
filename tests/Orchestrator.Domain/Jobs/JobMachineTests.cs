using Espero.Orchestrator.Domain.Jobs;
using static Espero.Orchestrator.Domain.Jobs.JobState;
using static Espero.Orchestrator.Domain.Jobs.JobTrigger;

namespace Espero.Orchestrator.Domain.Tests.Jobs;

public sealed class JobMachineTests
{
    /// <summary>Every state and trigger: a state is a move there, "." is ignored, "!" is refused.</summary>
    private const string Table = """
                         Waiting    Queued     Offered    Granted      Interrupted  Succeeded  Written    Failed     Cancelled
        BecomeReady      Queued     !          !          !            !            .          .          .          .
        LosePhone        !          Waiting    !          !            !            .          .          .          .
        LoseRelease      !          Waiting    Waiting    !            !            .          .          .          .
        Postpone         Waiting    Waiting    !          Waiting      Waiting      .          .          .          .
        Offer            !          Offered    !          !            !            !          !          !          !
        Decline          !          !          Queued     !            !            .          .          .          .
        Grant            !          !          Granted    !            !            !          !          !          !
        LoseLease        !          !          Queued     Interrupted  !            .          .          .          .
        Interrupt        !          !          !          Interrupted  !            .          .          .          .
        FindBegun        Granted    Granted    Granted    !            !            .          .          .          .
        FindRunning      !          !          !          !            Granted      .          .          .          .
        FindUntouched    !          !          !          Queued       Queued       .          .          .          .
        FindHalfWritten  !          !          !          Failed       Failed       .          .          .          .
        GiveUp           !          !          !          !            Failed       .          .          .          .
        Succeed          Succeeded  Succeeded  Succeeded  Succeeded    Succeeded    .          .          .          .
        Write            Written    Written    Written    Written      Written      .          .          .          .
        Fail             Failed     Failed     Failed     Failed       Failed       .          .          .          .
        ConfirmCancel    Cancelled  Cancelled  Cancelled  Cancelled    Cancelled    .          .          .          .
        Cancel           Cancelled  Cancelled  Cancelled  !            !            !          !          !          !
        Requeue          !          !          !          !            !            !          Waiting    Waiting    !
        """;

    [Fact]
    public void Every_pair_of_state_and_trigger_is_ruled_as_the_table_says() =>
        Assert.Equal(Expected(), EveryPair().Select(pair => (pair.State, pair.Trigger, JobMachine.Decide(pair.State, pair.Trigger))));

    [Fact]
    public void A_lease_lost_before_the_grant_puts_the_job_back_in_the_queue() =>
        Assert.Equal((Ruling.Move, Queued), JobMachine.Decide(Offered, LoseLease));

    [Fact]
    public void A_lease_lost_after_the_grant_leaves_the_job_interrupted() =>
        Assert.Equal((Ruling.Move, Interrupted), JobMachine.Decide(Granted, LoseLease));

    [Fact]
    public void A_re_queued_job_waits_for_a_new_look_at_its_release() =>
        Assert.Equal((Ruling.Move, Waiting), JobMachine.Decide(Failed, Requeue));

    [Fact]
    public void A_job_that_succeeded_is_never_left() =>
        Assert.DoesNotContain(Ruling.Move, Enum.GetValues<JobTrigger>().Select(trigger => JobMachine.Decide(Succeeded, trigger).Ruling));

    [Fact]
    public void Every_state_that_is_not_an_end_has_a_way_out()
    {
        var stuck = EveryPair()
            .Where(pair => !JobMachine.IsEnd(pair.State))
            .GroupBy(pair => pair.State, pair => JobMachine.Decide(pair.State, pair.Trigger).Ruling)
            .Where(rulings => !rulings.Contains(Ruling.Move))
            .Select(rulings => rulings.Key);

        Assert.Empty(stuck);
    }

    [Fact]
    public void Only_an_offered_job_is_granted() =>
        Assert.Equal([Offered], Enum.GetValues<JobState>().Where(state => JobMachine.Decide(state, Grant).Ruling is Ruling.Move));

    private static IEnumerable<(JobState State, JobTrigger Trigger)> EveryPair() =>
        from trigger in Enum.GetValues<JobTrigger>()
        from state in Enum.GetValues<JobState>()
        select (state, trigger);

    private static IEnumerable<(JobState State, JobTrigger Trigger, (Ruling Ruling, JobState State) Decision)> Expected()
    {
        var rows = Table.Split('\n').Select(row => row.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToArray();
        var states = rows[0].Select(Enum.Parse<JobState>).ToArray();
        return
            from row in rows.Skip(1)
            from column in Enumerable.Range(0, states.Length)
            let state = states[column]
            select (state, Enum.Parse<JobTrigger>(row[0]), row[column + 1] switch
            {
                "." => (Ruling.Ignore, state),
                "!" => (Ruling.Refuse, state),
                var next => (Ruling.Move, Enum.Parse<JobState>(next)),
            });
    }
}
