using Espero.Operations.V1;
using Espero.Orchestrator.Answers;
using Espero.Orchestrator.Database;
using Grpc.Core;
using Npgsql;

namespace Espero.Orchestrator.Operations;

/// <summary>The API over gRPC: a refusal becomes a status whose detail is its sentence.</summary>
internal sealed class OperationsGrpcService(
    ServerCalls server,
    FleetCalls fleet,
    CatalogCalls catalog,
    JobCalls jobs,
    RequeueCalls requeues,
    UnlockCalls unlocks,
    VerdictCalls verdicts,
    UnknownModelCalls unknownModels) : OperationsService.OperationsServiceBase
{
    public override Task<GetServerResponse> GetServer(GetServerRequest request, ServerCallContext context) =>
        AnswerAsync(server.GetAsync, request, context);

    public override Task<ListStationsResponse> ListStations(ListStationsRequest request, ServerCallContext context) =>
        AnswerAsync(fleet.ListStationsAsync, request, context);

    public override Task<ResetStationLinkResponse> ResetStationLink(ResetStationLinkRequest request, ServerCallContext context) =>
        AnswerAsync(fleet.ResetLinkAsync, request, context);

    public override Task<ListPhonesResponse> ListPhones(ListPhonesRequest request, ServerCallContext context) =>
        AnswerAsync(fleet.ListPhonesAsync, request, context);

    public override Task<ReleasePhoneResponse> ReleasePhone(ReleasePhoneRequest request, ServerCallContext context) =>
        AnswerAsync(fleet.ReleaseAsync, request, context);

    public override Task<HandBackPhoneResponse> HandBackPhone(HandBackPhoneRequest request, ServerCallContext context) =>
        AnswerAsync(fleet.HandBackAsync, request, context);

    public override Task<AddBuildResponse> AddBuild(AddBuildRequest request, ServerCallContext context) =>
        AnswerAsync(catalog.AddAsync, request, context);

    public override Task<ListBuildsResponse> ListBuilds(ListBuildsRequest request, ServerCallContext context) =>
        AnswerAsync(catalog.ListAsync, request, context);

    public override Task<SubmitJobResponse> SubmitJob(SubmitJobRequest request, ServerCallContext context) =>
        AnswerAsync(jobs.SubmitAsync, request, context);

    public override Task<ListJobsResponse> ListJobs(ListJobsRequest request, ServerCallContext context) =>
        AnswerAsync(jobs.ListAsync, request, context);

    public override Task<GetJobResponse> GetJob(GetJobRequest request, ServerCallContext context) =>
        AnswerAsync(jobs.GetAsync, request, context);

    public override Task<CancelJobResponse> CancelJob(CancelJobRequest request, ServerCallContext context) =>
        AnswerAsync(jobs.CancelAsync, request, context);

    public override Task<InspectJobResponse> InspectJob(InspectJobRequest request, ServerCallContext context) =>
        AnswerAsync(jobs.InspectAsync, request, context);

    public override Task<ConfirmHandsResponse> ConfirmHands(ConfirmHandsRequest request, ServerCallContext context) =>
        AnswerAsync(jobs.ConfirmHandsAsync, request, context);

    public override Task<RequeueJobsResponse> RequeueJobs(RequeueJobsRequest request, ServerCallContext context) =>
        AnswerAsync(requeues.RequeueAsync, request, context);

    public override Task<GetVerdictResponse> GetVerdict(GetVerdictRequest request, ServerCallContext context) =>
        AnswerAsync(verdicts.GetAsync, request, context);

    public override Task<GetUnknownModelResponse> GetUnknownModel(GetUnknownModelRequest request, ServerCallContext context) =>
        AnswerAsync(unknownModels.FindAsync, request, context);

    public override Task<ListUnknownModelsResponse> ListUnknownModels(ListUnknownModelsRequest request, ServerCallContext context) =>
        AnswerAsync(unknownModels.ListAsync, request, context);

    public override Task<HandleUnknownModelResponse> HandleUnknownModel(HandleUnknownModelRequest request, ServerCallContext context) =>
        AnswerAsync(unknownModels.HandleAsync, request, context);

    public override Task<ListUnlockAccountsResponse> ListUnlockAccounts(ListUnlockAccountsRequest request, ServerCallContext context) =>
        AnswerAsync(unlocks.ListAccountsAsync, request, context);

    public override Task<AddUnlockAccountResponse> AddUnlockAccount(AddUnlockAccountRequest request, ServerCallContext context) =>
        AnswerAsync(unlocks.AddAccountAsync, request, context);

    public override Task<CloseUnlockAccountResponse> CloseUnlockAccount(CloseUnlockAccountRequest request, ServerCallContext context) =>
        AnswerAsync(unlocks.CloseAccountAsync, request, context);

    public override Task<PlanUnlocksResponse> PlanUnlocks(PlanUnlocksRequest request, ServerCallContext context) =>
        AnswerAsync(unlocks.PlanAsync, request, context);

    public override Task<RecordUnlockRequestResponse> RecordUnlockRequest(RecordUnlockRequestRequest request, ServerCallContext context) =>
        AnswerAsync(unlocks.AskedAsync, request, context);

    public override Task<RecordUnlockAnswerResponse> RecordUnlockAnswer(RecordUnlockAnswerRequest request, ServerCallContext context) =>
        AnswerAsync(unlocks.AnsweredAsync, request, context);

    public override Task<TakeBackUnlockCodeResponse> TakeBackUnlockCode(TakeBackUnlockCodeRequest request, ServerCallContext context) =>
        AnswerAsync(unlocks.TakeBackAsync, request, context);

    private static async Task<TResponse> AnswerAsync<TRequest, TResponse>(
        Call<TRequest, TResponse> call, TRequest request, ServerCallContext context)
        where TResponse : notnull
    {
        var language = Language.Of(context.GetHttpContext().Request.Headers.AcceptLanguage);
        try
        {
            var answer = await call(request, new Caller(language), context.CancellationToken);
            return answer.IsGranted ? answer.Value : throw Status(CodeOf(answer.Refusal.Kind), answer.Refusal.Sentence.In(language));
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.CharacterNotInRepertoire)
        {
            throw Status(StatusCode.InvalidArgument, RequestSentences.ZeroByte().Sentence.In(language));
        }
        catch (NpgsqlException e) when (DatabaseAway.Is(e))
        {
            throw Status(StatusCode.Unavailable, DatabaseAway.Sentence.In(language));
        }
    }

    private static StatusCode CodeOf(RefusalKind kind) => kind switch
    {
        RefusalKind.Usage => StatusCode.InvalidArgument,
        RefusalKind.NotFound => StatusCode.NotFound,
        RefusalKind.Forbidden => StatusCode.FailedPrecondition,
    };

    private static RpcException Status(StatusCode code, string sentence) => new(new Status(code, sentence));
}
