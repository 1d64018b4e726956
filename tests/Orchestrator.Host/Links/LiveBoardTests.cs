using Espero.Orchestrator.Links;
using Microsoft.Extensions.Time.Testing;

namespace Espero.Orchestrator.Host.Tests.Links;

public sealed class LiveBoardTests
{
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public void The_newest_epoch_of_a_job_is_shown()
    {
        var board = new LiveBoard(_time);
        var job = Guid.CreateVersion7();

        board.Show(Progress(job, epoch: 2));
        board.Show(Progress(job, epoch: 1));

        Assert.NotNull(board.Find(job, 2));
        Assert.Null(board.Find(job, 1));
    }

    [Fact]
    public void An_attempt_that_fell_silent_is_not_shown_and_not_kept()
    {
        var board = new LiveBoard(_time);
        var silent = Guid.CreateVersion7();
        board.Show(Progress(silent, epoch: 1));

        _time.Advance(TimeSpan.FromMinutes(3));
        Assert.Null(board.Find(silent, 1));
        board.Show(Progress(Guid.CreateVersion7(), epoch: 1));

        Assert.Equal(1, board.Count);
    }

    private static AttemptProgress Progress(Guid job, long epoch) => new(job, epoch, "flash-boot", 1, 3, 10, 100);
}
