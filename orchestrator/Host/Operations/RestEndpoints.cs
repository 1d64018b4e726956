using Espero.Operations.V1;
using Espero.Orchestrator.Answers;
using Espero.Orchestrator.Database;
using Google.Protobuf;
using Npgsql;

namespace Espero.Orchestrator.Operations;

/// <summary>The REST twins of every rpc: the same calls, spoken in proto JSON (64-bit numbers are strings there).</summary>
internal static class RestEndpoints
{
    // Every key is there, so that a program need not know which values are the silent ones.
    private static readonly JsonFormatter Json = new(JsonFormatter.Settings.Default.WithFormatDefaultValues(true));

    public static IEndpointRouteBuilder MapOperations(this IEndpointRouteBuilder routes)
    {
        routes.MapGrpcService<OperationsGrpcService>();

        var services = routes.ServiceProvider;
        var server = services.GetRequiredService<ServerCalls>();
        var fleet = services.GetRequiredService<FleetCalls>();
        var catalog = services.GetRequiredService<CatalogCalls>();
        var jobs = services.GetRequiredService<JobCalls>();
        var requeues = services.GetRequiredService<RequeueCalls>();
        var unlocks = services.GetRequiredService<UnlockCalls>();
        var verdicts = services.GetRequiredService<VerdictCalls>();
        var unknownModels = services.GetRequiredService<UnknownModelCalls>();

        routes.Map<GetServerRequest, GetServerResponse>("GetServer", "GET", "/v1/server", server.GetAsync);

        routes.Map<ListStationsRequest, ListStationsResponse>("ListStations", "GET", "/v1/stations", fleet.ListStationsAsync);
        routes.Map<ResetStationLinkRequest, ResetStationLinkResponse>(
            "ResetStationLink", "POST", "/v1/stations/{station_id}/reset-link", fleet.ResetLinkAsync);
        routes.Map<ListPhonesRequest, ListPhonesResponse>("ListPhones", "GET", "/v1/phones", fleet.ListPhonesAsync);
        routes.Map<ReleasePhoneRequest, ReleasePhoneResponse>("ReleasePhone", "POST", "/v1/phones/{phone_id}/release", fleet.ReleaseAsync);
        routes.Map<HandBackPhoneRequest, HandBackPhoneResponse>(
            "HandBackPhone", "POST", "/v1/phones/{phone_id}/hand-back", fleet.HandBackAsync);

        routes.Map<AddBuildRequest, AddBuildResponse>("AddBuild", "POST", "/v1/builds", catalog.AddAsync);
        routes.Map<ListBuildsRequest, ListBuildsResponse>("ListBuilds", "GET", "/v1/builds", catalog.ListAsync);

        routes.Map<SubmitJobRequest, SubmitJobResponse>("SubmitJob", "POST", "/v1/jobs", jobs.SubmitAsync);
        routes.Map<ListJobsRequest, ListJobsResponse>("ListJobs", "GET", "/v1/jobs", jobs.ListAsync);
        routes.Map<RequeueJobsRequest, RequeueJobsResponse>("RequeueJobs", "POST", "/v1/jobs/requeue", requeues.RequeueAsync);
        routes.Map<GetJobRequest, GetJobResponse>("GetJob", "GET", "/v1/jobs/{job_id}", jobs.GetAsync);
        routes.Map<CancelJobRequest, CancelJobResponse>("CancelJob", "POST", "/v1/jobs/{job_id}/cancel", jobs.CancelAsync);
        routes.Map<InspectJobRequest, InspectJobResponse>("InspectJob", "POST", "/v1/jobs/{job_id}/inspect", jobs.InspectAsync);
        routes.Map<ConfirmHandsRequest, ConfirmHandsResponse>("ConfirmHands", "POST", "/v1/jobs/{job_id}/hands", jobs.ConfirmHandsAsync);

        routes.Map<GetVerdictRequest, GetVerdictResponse>("GetVerdict", "GET", "/v1/verdict", verdicts.GetAsync);
        routes.Map<ListUnknownModelsRequest, ListUnknownModelsResponse>(
            "ListUnknownModels", "GET", "/v1/unknown-models", unknownModels.ListAsync);
        routes.Map<GetUnknownModelRequest, GetUnknownModelResponse>(
            "GetUnknownModel", "GET", "/v1/unknown-models/{code}", unknownModels.FindAsync);
        routes.Map<HandleUnknownModelRequest, HandleUnknownModelResponse>(
            "HandleUnknownModel", "POST", "/v1/unknown-models/{code}/handled", unknownModels.HandleAsync);

        routes.Map<PlanUnlocksRequest, PlanUnlocksResponse>("PlanUnlocks", "GET", "/v1/unlocks", unlocks.PlanAsync);
        routes.Map<RecordUnlockRequestRequest, RecordUnlockRequestResponse>(
            "RecordUnlockRequest", "POST", "/v1/phones/{phone_id}/unlock-request", unlocks.AskedAsync);
        routes.Map<RecordUnlockAnswerRequest, RecordUnlockAnswerResponse>(
            "RecordUnlockAnswer", "POST", "/v1/phones/{phone_id}/unlock-answer", unlocks.AnsweredAsync);
        routes.Map<TakeBackUnlockCodeRequest, TakeBackUnlockCodeResponse>(
            "TakeBackUnlockCode", "POST", "/v1/phones/{phone_id}/unlock-code/take-back", unlocks.TakeBackAsync);
        routes.Map<ListUnlockAccountsRequest, ListUnlockAccountsResponse>(
            "ListUnlockAccounts", "GET", "/v1/unlock-accounts", unlocks.ListAccountsAsync);
        routes.Map<AddUnlockAccountRequest, AddUnlockAccountResponse>("AddUnlockAccount", "POST", "/v1/unlock-accounts", unlocks.AddAccountAsync);
        routes.Map<CloseUnlockAccountRequest, CloseUnlockAccountResponse>(
            "CloseUnlockAccount", "POST", "/v1/unlock-accounts/{account_id}/close", unlocks.CloseAccountAsync);

        routes.MapOpenApi("/openapi/v1.json").ExcludeFromDescription();
        return routes;
    }

    private static void Map<TRequest, TResponse>(
        this IEndpointRouteBuilder routes, string rpc, string method, string pattern, Call<TRequest, TResponse> call)
        where TRequest : class, IMessage<TRequest>, new()
        where TResponse : class, IMessage<TResponse>
    {
        var route = new RestRoute(OperationsService.Descriptor.FindMethodByName(rpc), method, pattern);
        routes.MapMethods(pattern, [method], (Delegate)((HttpContext context) => AnswerAsync(context, route, call)))
            .WithName(rpc)
            .WithMetadata(route)
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);
    }

    private static async Task<IResult> AnswerAsync<TRequest, TResponse>(HttpContext context, RestRoute route, Call<TRequest, TResponse> call)
        where TRequest : class, IMessage<TRequest>, new()
        where TResponse : class, IMessage<TResponse>
    {
        var request = await RestRequest.ReadAsync<TRequest>(context, route);
        if (!request.IsGranted)
        {
            return Refuse(context, request.Refusal);
        }

        try
        {
            var caller = new Caller(Language.Of(context.Request.Headers.AcceptLanguage));
            var answer = await call(request.Value, caller, context.RequestAborted);
            return answer.IsGranted ? Results.Text(Json.Format(answer.Value), "application/json") : Refuse(context, answer.Refusal);
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.CharacterNotInRepertoire)
        {
            return Refuse(context, RequestSentences.ZeroByte());
        }
        catch (NpgsqlException e) when (DatabaseAway.Is(e))
        {
            return Problem.Of(context, StatusCodes.Status503ServiceUnavailable, DatabaseAway.Sentence);
        }
    }

    private static IResult Refuse(HttpContext context, Refusal refusal) => Problem.Of(context, StatusOf(refusal.Kind), refusal.Sentence);

    private static int StatusOf(RefusalKind kind) => kind switch
    {
        RefusalKind.Usage => StatusCodes.Status400BadRequest,
        RefusalKind.NotFound => StatusCodes.Status404NotFound,
        RefusalKind.Forbidden => StatusCodes.Status409Conflict,
    };
}
