using System.Net;
using System.Net.Http.Json;
using Espero.Orchestrator.Dispatch;
using Espero.Orchestrator.Host.Tests.Seeding;
using Espero.Orchestrator.Links;
using Espero.Testing;
using Google.Protobuf;

namespace Espero.Orchestrator.Host.Tests.Operations;

public sealed class PrintedModelTests(MigratedDatabase database) : IClassFixture<MigratedDatabase>
{
    private static readonly byte[] Plan = new Espero.Plan.V1.Plan
    {
        Model = new()
        {
            Vendor = "espero",
            Codename = "eyes",
            Identity =
            {
                new Espero.Plan.V1.FactTest { Fact = "getprop.ro.product.device", OneOf = new() { Values = { "eyes" } } },
                new Espero.Plan.V1.FactTest { Fact = "person.model", OneOf = new() { Values = { "EV-1A" } } },
            },
        },
    }.ToByteArray();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("ev 1a", "espero/eyes")]
    [InlineData("EV-2B", null)]
    [InlineData("", null)]
    public async Task What_the_releasing_person_read_names_the_model_that_no_other_fact_could(string printed, string? model)
    {
        var phone = await AddUnnamedPhoneAsync();

        Assert.Equal(HttpStatusCode.OK, await ReleaseAsync(phone, printed));

        Assert.Equal(model, await database.ReadAsync<string>("select model from phone where phone_id = $1", phone));
    }

    [Fact]
    public async Task The_grant_carries_it_to_the_station()
    {
        var phone = await AddUnnamedPhoneAsync();
        await ReleaseAsync(phone, "EV-1A");
        var release = await database.ReadAsync<Guid>("select release_id from release where phone_id = $1", phone);
        var job = await database.AddJobAsync(phone, "offered", 1, release);

        using var folder = new TemporaryFolder();
        var order = await new GrantStore(database.Source, UnlockCodes.Of(database, folder.PathTo("marks.key"), TimeProvider.System), TimeProvider.System).AcceptedAsync(MigratedDatabase.Station, job, 1, Token);

        Assert.Equal("EV-1A", Assert.IsType<StationOrder.Grant>(order).Release.PrintedModel);
    }

    private async Task<HttpStatusCode> ReleaseAsync(Guid phone, string printed)
    {
        await using var host = await ApiHost.StartAsync(database.ConnectionString, Token);
        using var http = new HttpClient { BaseAddress = host.Http };
        using var answer = await http.PostAsJsonAsync(
            $"/v1/phones/{phone}/release",
            new { basis = "BASIS_BLANK", releasedBy = "Camille Durand", checks = new { batteryNotSwollen = true }, printedModel = printed },
            Token);
        return answer.StatusCode;
    }

    private async Task<Guid> AddUnnamedPhoneAsync()
    {
        await database.RunAsync(
            "insert into plan values ($1, $2, 'espero/eyes', 'eyes', '', $3, now()) on conflict do nothing",
            new string('e', 64), MigratedDatabase.BuildId, Plan);
        var phone = await database.AddPhoneAsync();
        await database.RunAsync("update phone set model = null where phone_id = $1", phone);
        await database.RunAsync(
            "update port set facts = $2::jsonb where phone_id = $1", phone, """{"getprop.ro.product.device": "eyes"}""");
        return phone;
    }
}
