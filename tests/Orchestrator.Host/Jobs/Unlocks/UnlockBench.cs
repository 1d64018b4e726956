using Espero.Orchestrator.Catalog.Verdicts;
using Espero.Orchestrator.Dispatch;
using Espero.Orchestrator.Host.Tests.Seeding;
using Espero.Orchestrator.Jobs.Unlocks;
using Espero.Orchestrator.Links;
using Espero.Testing;
using Microsoft.Extensions.Time.Testing;

namespace Espero.Orchestrator.Host.Tests.Jobs.Unlocks;

/// <summary>A class about locked phones and their makers: the stores over a real database, a book of a few models, a clock to turn.</summary>
public abstract class UnlockBench(MigratedDatabase database) : IDisposable
{
    private static readonly LinkedStation Linked = new(MigratedDatabase.Station, MigratedDatabase.Site, Facts.Journal, FlashSlots: 8);

    private readonly FewModels _models = new();
    private readonly TemporaryFolder _keys = new();

    private protected static CancellationToken Token => TestContext.Current.CancellationToken;

    private protected MigratedDatabase Database => database;

    private protected FakeTimeProvider Time { get; } = new(TimeProvider.System.GetUtcNow());

    public void Dispose()
    {
        _models.Dispose();
        _keys.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected ModelDesk Models => new(new VerdictBook { Models = _models.Book }, new VerdictStore(database.Source), Time);

    private protected UnlockAccountReader Book => new(database.Source);

    private protected UnlockReader Reader => new(database.Source, Book, Models, Time);

    private protected UnlockAccountStore Accounts => new(database.Source, Time);

    private protected UnlockCodeStore Codes => CodesUnder("marks.key");

    private protected UnlockCodeStore CodesUnder(string key) => UnlockCodes.Of(database, _keys.PathTo(key), Time);

    private protected UnlockRequestStore Requests => new(database.Source, Models, Time);

    private protected async Task<(Guid Phone, Guid Job)> AddXiaomiAsync(string state)
    {
        var phone = await AddPhoneAsync();
        return (phone, await database.AddJobAsync(phone, state));
    }

    private protected async Task<Guid> AddPhoneAsync(string model = "xiaomi/lavender")
    {
        var phone = await database.AddPhoneAsync();
        await database.RunAsync("update phone set model = $2 where phone_id = $1", phone, model);
        return phone;
    }

    private protected Task FindLockedAsync(Guid job) => database.RunAsync(
        """update job set prepared_at = now(), refusals = '[{"code": "bootloader-locked", "stepId": "", "detail": ""}]' where job_id = $1""", job);

    private protected async Task FailLockedAsync(Guid job, bool passedPointOfNoReturn = false)
    {
        await database.RunAsync("update job set failure_class = 'bootloader-locked', changed_at = $2 where job_id = $1", job, Time.GetUtcNow());
        await database.RunAsync(
            """
            insert into attempt (job_id, epoch, station_id, port_path, passed_point_of_no_return)
            select job_id, epoch, $2, '', $3 from job where job_id = $1
            """,
            job, MigratedDatabase.Station, passedPointOfNoReturn);
    }

    private protected Task NoteUnlockedAsync(Guid phone) => database.RunAsync(
        """insert into phone_facts values ($1, 'bootloader', '{"getvar.unlocked": "yes"}', true, now())""", phone);

    private protected Task SendToMakersAsync() => new LockedJobStore(database.Source, Models, Time).SendToMakersAsync([MigratedDatabase.Site], Token);

    private protected async Task<Guid> AddAccountAsync(string vendor = "xiaomi") =>
        (await Accounts.AddAsync(vendor, $"Atelier {Guid.CreateVersion7()}", "Camille Durand", Token)).Value;

    private protected async Task AskAsync(Guid phone, Guid account)
    {
        var asked = await Requests.AskedAsync(new UnlockWish(phone, account, "Camille Durand", null), Token);
        Assert.Equal(Time.GetUtcNow().AddDays(30), asked.Value);
    }

    private protected Task<string> StandingAsync(Guid job) =>
        database.ReadAsync<string>("select state || ' ' || waits_for from job where job_id = $1", job);

    private protected Task SettleAsync() => new SettleStore(database.Source, Time).SettleAsync([Linked], TimeSpan.Zero, Token);
}
