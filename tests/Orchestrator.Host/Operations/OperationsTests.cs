using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Espero.Operations.V1;
using Espero.Orchestrator.Host.Tests.Seeding;
using Espero.Orchestrator.Operations;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Espero.Orchestrator.Host.Tests.Operations;

public sealed partial class OperationsTests(MigratedDatabase database) : IClassFixture<MigratedDatabase>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_rpc_has_a_REST_twin()
    {
        await using var host = await ApiHost.StartAsync(database.ConnectionString, Token);

        var mapped = Endpoints(host).Select(endpoint => endpoint.Metadata.GetMetadata<RestRoute>()?.Rpc.Name).OfType<string>();

        Assert.Equal(OperationsService.Descriptor.Methods.Select(method => method.Name).Order(), mapped.Order());
    }

    [Fact]
    public async Task The_document_describes_every_route_that_is_mapped_and_no_other()
    {
        await using var host = await ApiHost.StartAsync(database.ConnectionString, Token);
        using var http = new HttpClient { BaseAddress = host.Http };

        var document = await http.GetFromJsonAsync<JsonElement>("/openapi/v1.json", Token);

        var described = from path in document.GetProperty("paths").EnumerateObject()
                        from operation in path.Value.EnumerateObject()
                        select $"{operation.Name.ToUpperInvariant()} {path.Name}";
        var mapped = from endpoint in Endpoints(host)
                     where endpoint.RoutePattern.RawText!.StartsWith("/v1/", StringComparison.Ordinal)
                     from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods
                     select $"{method} {endpoint.RoutePattern.RawText}";
        Assert.Equal(mapped.Order(), described.Order());
    }

    [Fact]
    public async Task The_document_says_that_64_bit_numbers_are_strings()
    {
        await using var host = await ApiHost.StartAsync(database.ConnectionString, Token);
        using var http = new HttpClient { BaseAddress = host.Http };

        var document = await http.GetFromJsonAsync<JsonElement>("/openapi/v1.json", Token);

        var epoch = document.GetProperty("components").GetProperty("schemas").GetProperty("Job").GetProperty("properties").GetProperty("epoch");
        Assert.Equal("string", epoch.GetProperty("type").GetString());
    }

    [Fact]
    public async Task REST_and_gRPC_give_the_same_job()
    {
        var jobId = await database.AddGrantedJobAsync();
        await using var host = await ApiHost.StartAsync(database.ConnectionString, Token);
        using var http = new HttpClient { BaseAddress = host.Http };
        using var channel = GrpcChannel.ForAddress(host.Grpc);

        var rest = await http.GetStringAsync($"/v1/jobs/{jobId}", Token);
        var grpc = await new OperationsService.OperationsServiceClient(channel).GetJobAsync(
            new GetJobRequest { JobId = jobId.ToString() }, cancellationToken: Token);

        Assert.Equal(grpc, GetJobResponse.Parser.ParseJson(rest));
        Assert.Contains("\"epoch\": \"1\"", rest, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_comes_in_the_callers_language()
    {
        await using var host = await ApiHost.StartAsync(database.ConnectionString, Token);
        using var channel = GrpcChannel.ForAddress(host.Grpc);
        var client = new OperationsService.OperationsServiceClient(channel);
        var request = new GetJobRequest { JobId = Guid.CreateVersion7().ToString() };

        var french = await Assert.ThrowsAsync<RpcException>(async () => await client.GetJobAsync(request, new Metadata { { "accept-language", "fr-FR" } }, cancellationToken: Token));
        var english = await Assert.ThrowsAsync<RpcException>(async () => await client.GetJobAsync(request, cancellationToken: Token));

        Assert.Equal(StatusCode.NotFound, french.StatusCode);
        Assert.StartsWith("Aucune demande", french.Status.Detail, StringComparison.Ordinal);
        Assert.StartsWith("No job", english.Status.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/v1/jobs?states=JOB_STATE_FAILED&states=JOB_STATE_WRITTEN&pageSize=5", HttpStatusCode.OK)]
    [InlineData("/v1/phones?pluggedInOnly=true", HttpStatusCode.OK)]
    [InlineData("/v1/phones?plugged_in_only=nonsense", HttpStatusCode.BadRequest)]
    [InlineData("/v1/jobs?sate=JOB_STATE_FAILED", HttpStatusCode.BadRequest)]
    [InlineData("/v1/jobs?pageSize=100000", HttpStatusCode.BadRequest)]
    [InlineData("/v1/phones?page_token=nonsense", HttpStatusCode.BadRequest)]
    [InlineData("/v1/unknown-models?page_token=7KQ2ZD", HttpStatusCode.BadRequest)]
    [InlineData("/v1/unknown-models?page_token=20261129T081530123456-7KQ2Z", HttpStatusCode.BadRequest)]
    [InlineData("/v1/unknown-models?page_token=20261329T081530123456-7KQ2ZD", HttpStatusCode.BadRequest)]
    [InlineData("/v1/unknown-models?page_token=20261129T081530123456-7KQ2ZD", HttpStatusCode.OK)]
    [InlineData("/v1/jobs/nonsense", HttpStatusCode.BadRequest)]
    [InlineData("/v1/jobs/0190c2a4-7d3e-7a51-b6b5-2f1f1f0c9a77", HttpStatusCode.NotFound)]
    public async Task A_query_is_read_or_refused(string address, HttpStatusCode status)
    {
        await using var host = await ApiHost.StartAsync(database.ConnectionString, Token);
        using var http = new HttpClient { BaseAddress = host.Http };

        using var answer = await http.GetAsync(address, Token);

        Assert.Equal(status, answer.StatusCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{\"phoneId\": 5")]
    [InlineData("{\"unknown\": 5}")]
    public async Task A_body_that_is_no_request_is_refused(string body)
    {
        await using var host = await ApiHost.StartAsync(database.ConnectionString, Token);
        using var http = new HttpClient { BaseAddress = host.Http };

        using var answer = await http.PostAsync("/v1/jobs", new StringContent(body), Token);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Theory]
    [InlineData("/v1/jobs?siteId=%00")]
    [InlineData("/v1/phones?siteId=a%00b")]
    public async Task A_zero_byte_in_a_text_is_refused(string address)
    {
        await using var host = await ApiHost.StartAsync(database.ConnectionString, Token);
        using var http = new HttpClient { BaseAddress = host.Http };

        using var answer = await http.GetAsync(address, Token);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task A_reset_station_may_link_without_its_token()
    {
        await using var host = await ApiHost.StartAsync(database.ConnectionString, Token);
        using var http = new HttpClient { BaseAddress = host.Http };

        using var answer = await http.PostAsync(
            $"/v1/stations/{MigratedDatabase.Station}/reset-link", new StringContent("{\"resetBy\": \"Camille Durand\"}"), Token);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(0, await database.ReadAsync<long>("select count(link_token) from station where station_id = $1", MigratedDatabase.Station));
        Assert.Equal(
            "Camille Durand", await database.ReadAsync<string>("select link_reset_by from station where station_id = $1", MigratedDatabase.Station));
    }

    [Fact]
    public async Task A_build_is_added_once_its_files_are_here()
    {
        await using var host = await ApiHost.StartAsync(database.ConnectionString, Token);
        using var http = new HttpClient { BaseAddress = host.Http };
        using var channel = GrpcChannel.ForAddress(host.Grpc);
        var client = new OperationsService.OperationsServiceClient(channel);
        var demo = new DemoBuild("1");
        var request = new AddBuildRequest { BuildYaml = demo.Yaml, RecipeYaml = demo.Recipe };

        var early = await Assert.ThrowsAsync<RpcException>(async () => await client.AddBuildAsync(request, cancellationToken: Token));
        using var sent = await http.PutAsync($"/v1/files/{demo.ImageHash}", new ByteArrayContent(demo.Image), Token);
        var first = await client.AddBuildAsync(request, cancellationToken: Token);
        var second = await client.AddBuildAsync(request, cancellationToken: Token);

        Assert.Equal(StatusCode.FailedPrecondition, early.StatusCode);
        Assert.Contains(demo.ImageHash, early.Status.Detail, StringComparison.Ordinal);
        Assert.Equal((true, false), (first.Added, second.Added));
        Assert.Equal(first.Build, second.Build);
        Assert.Equal(["espero/virtual-a"], first.Build.Models);
    }

    [Fact]
    public async Task A_recipe_for_another_model_is_refused_with_its_line()
    {
        await using var host = await ApiHost.StartAsync(database.ConnectionString, Token);
        using var channel = GrpcChannel.ForAddress(host.Grpc);
        var demo = new DemoBuild("1", model: "espero/virtual-z");
        var request = new AddBuildRequest { BuildYaml = demo.Yaml, RecipeYaml = demo.Recipe, RecipeFileName = "mine.yaml" };

        var refused = await Assert.ThrowsAsync<RpcException>(
            async () => await new OperationsService.OperationsServiceClient(channel).AddBuildAsync(request, cancellationToken: Token));

        Assert.Equal(StatusCode.FailedPrecondition, refused.StatusCode);
        Assert.Matches(PlaceInRecipe(), refused.Status.Detail);
    }

    [Fact]
    public async Task A_database_that_is_away_is_unavailable_and_says_so()
    {
        await using var host = await ApiHost.StartAsync("Host=127.0.0.1;Port=1;Username=espero;Database=espero;Timeout=2", Token);
        using var http = new HttpClient { BaseAddress = host.Http };

        using var answer = await http.GetAsync("/v1/jobs", Token);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
    }

    [GeneratedRegex(@"^mine\.yaml:2:\d+: ")]
    private static partial Regex PlaceInRecipe();

    private static IEnumerable<RouteEndpoint> Endpoints(ApiHost host) =>
        host.Services.GetRequiredService<IEnumerable<EndpointDataSource>>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>();
}
