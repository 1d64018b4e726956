using System.Text.Json;
using Espero.Orchestrator.Database;
using Espero.Orchestrator.Fleet;
using Espero.Orchestrator.Fleet.UnknownModels;
using Espero.Orchestrator.Host.Tests.Seeding;
using Espero.Testing.Waiting;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace Espero.Orchestrator.Host.Tests.Fleet;

public sealed class PhoneFactStoreTests(MigratedDatabase database) : IClassFixture<MigratedDatabase>
{
    private const string Trimming = "20261129_01_keep_only_listed_phone_facts.sql";

    private static readonly IOptions<FleetOptions> Usual = Options.Create(new FleetOptions());
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private static readonly Dictionary<string, string> Said = new()
    {
        ["getvar.product"] = "sunfish",
        ["getvar.unlocked"] = "no",
        ["getvar.rollback-index:0"] = "4",
        ["fastbootd.is-userspace"] = "yes",
        ["getprop.net.hostname"] = "android-camilles-phone",
        ["getprop.gsm.operator.alpha"] = "Free",
        ["battery.level"] = "71",
    };

    private readonly FakeTimeProvider _time = new(TimeProvider.System.GetUtcNow());

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private PhoneFactStore Store => new(database.Source, Usual, _time);

    [Fact]
    public async Task Of_what_a_phone_says_only_the_listed_facts_are_kept()
    {
        var phone = await SeeAsync();

        Assert.Equal(["fastbootd.is-userspace", "getvar.product", "getvar.rollback-index:0", "getvar.unlocked"], (await KeptAsync(phone)).Keys.Order());
        Assert.False(await database.ReadAsync<bool>("select unlocked from phone_facts where phone_id = $1", phone));
    }

    [Fact]
    public async Task What_was_stored_whole_before_is_trimmed_to_the_same()
    {
        var (phone, all) = (await SeeAsync(), await SeeAsync());
        var known = Said.Keys.Concat(KeptFacts.Names).Distinct().ToDictionary(name => name, _ => "1");
        await database.RunAsync("update phone_facts set facts = $2::jsonb where phone_id = $1", phone, JsonSerializer.Serialize(known));
        await database.RunAsync("""update phone_facts set facts = '{"battery.level": "1"}' where phone_id = $1""", all);

        await database.RunAsync((await ScriptAsync()).Split("create index", 2)[0]);

        Assert.Equal(KeptFacts.Of(known), await KeptAsync(phone));
        Assert.Empty(await KeptAsync(all));
    }

    [Fact]
    public async Task What_was_said_too_long_ago_is_forgotten_unless_the_phone_is_worked_on()
    {
        var (idle, worked) = (await SeeAsync(), await SeeAsync());
        await database.AddJobAsync(worked, "waiting");
        _time.Advance(TimeSpan.FromDays(179));
        var fresh = await SeeAsync();

        _time.Advance(TimeSpan.FromDays(2));
        await Store.ForgetOldAsync(Token);

        Assert.Empty(await KeptAsync(idle));
        Assert.NotEmpty(await KeptAsync(worked));
        Assert.NotEmpty(await KeptAsync(fresh));
    }

    [Fact]
    public async Task Once_a_day_what_is_too_old_is_forgotten()
    {
        var phone = await SeeAsync();
        _time.Advance(TimeSpan.FromDays(179));
        var unknownModels = new UnknownModelStore(database.Source, Usual, _time, ModelCode.New);
        using var forgetting = new DailyForgetting(Store, unknownModels, _time, NullLogger<DailyForgetting>.Instance);
        await forgetting.StartAsync(Token);

        await Eventually.HoldsAsync(
            "what the phone said is forgotten",
            async _ =>
            {
                _time.Advance(TimeSpan.FromDays(1));
                return (await KeptAsync(phone)).Count == 0;
            },
            Limit,
            TimeProvider.System,
            Token);
        await forgetting.StopAsync(Token);
    }

    private async Task<Guid> SeeAsync()
    {
        var phone = await database.AddPhoneAsync();
        await using var connection = await database.Source.OpenConnectionAsync(Token);
        await PhoneFactStore.KeepAsync(connection, phone, new SeenPhone("bootloader", null, [], Said), _time.GetUtcNow(), Token);
        return phone;
    }

    private async Task<SortedDictionary<string, string>> KeptAsync(Guid phone) => JsonSerializer.Deserialize<SortedDictionary<string, string>>(
        await database.ReadAsync<string>(
            "select coalesce((select facts::text from phone_facts where phone_id = $1), '{}')", phone))!;

    private static async Task<string> ScriptAsync()
    {
        var assembly = typeof(Migrator).Assembly;
        var name = assembly.GetManifestResourceNames().Single(one => one.EndsWith(Trimming, StringComparison.Ordinal));
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        return await reader.ReadToEndAsync(Token);
    }
}
