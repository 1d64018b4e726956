using Espero.Station.Run;

namespace Espero.Station.Host.Tests.Run;

public sealed class FlashSlotsTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_has_waited_longest_is_next()
    {
        var slots = new FlashSlots(count: 1);
        await slots.TakeAsync(Stop);
        Task[] waiting = [slots.TakeAsync(Stop), slots.TakeAsync(Stop)];

        slots.Give();

        await waiting[0].WaitAsync(TimeSpan.FromSeconds(10), Stop);
        Assert.False(waiting[1].IsCompleted);
    }

    [Fact]
    public async Task Who_left_the_queue_keeps_no_slot_from_the_next()
    {
        var slots = new FlashSlots(count: 1);
        await slots.TakeAsync(Stop);
        using var left = new CancellationTokenSource();
        var leaving = slots.TakeAsync(left.Token);
        var staying = slots.TakeAsync(Stop);

        await left.CancelAsync();
        slots.Give();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => leaving);
        await staying.WaitAsync(TimeSpan.FromSeconds(10), Stop);
    }

    [Fact]
    public async Task An_attempt_gives_its_slot_back_once_however_often_it_says_so()
    {
        var slots = new FlashSlots(count: 1);
        var slot = slots.ForAttempt();
        await slot.TakeAsync(Stop);
        slot.Give();
        slot.Dispose();

        await slots.TakeAsync(Stop);

        Assert.False(slots.TakeAsync(Stop).IsCompleted);
    }
}
