using System.Threading.Channels;
using Espero.Orchestrator.Dispatch;
using Espero.Orchestrator.Host.Tests.Seeding;
using Espero.Orchestrator.Links;

namespace Espero.Orchestrator.Host.Tests.Dispatch;

public sealed class DueStoreTests(MigratedDatabase database) : IClassFixture<MigratedDatabase>
{
    private static readonly LinkedStation Linked = new(MigratedDatabase.Station, MigratedDatabase.Site, Facts.Journal, FlashSlots: 8);

    private readonly StationDesk _desk = new(TimeProvider.System);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_order_that_was_just_said_is_not_said_again_and_its_plan_is_not_read()
    {
        var job = await database.AddJobAsync(await database.AddPhoneAsync(), "offered", 1);
        var said = Channel.CreateUnbounded<StationOrder>();
        _desk.Take(Linked, said.Writer, leave: () => { });
        var orders = new OrderBook(_desk, TimeProvider.System);
        await SayAsync(orders);
        Assert.True(said.Reader.TryRead(out var order));
        Assert.Equal(job, Assert.IsType<StationOrder.Offer>(order).Work.JobId);

        await using var connection = await database.Source.OpenConnectionAsync(Token);
        await using var transaction = await connection.BeginTransactionAsync(Token);
        await using (var locked = new Npgsql.NpgsqlCommand("lock table plan in access exclusive mode", connection))
        {
            await locked.ExecuteNonQueryAsync(Token);
        }

        await SayAsync(orders).WaitAsync(TimeSpan.FromSeconds(10), Token);
        Assert.False(said.Reader.TryRead(out _));
    }

    private async Task SayAsync(OrderBook orders)
    {
        var store = new DueStore(database.Source);
        var unsaid = orders.Unsaid(await store.ReadAsync([Linked], Token));
        var plans = await store.ReadPlansAsync(unsaid, Token);
        foreach (var due in unsaid)
        {
            orders.Say(due, due.ToOrder(plans));
        }
    }
}
