using Espero.Operations.V1;
using Espero.Orchestrator.Answers;
using Espero.Orchestrator.Catalog.Verdicts;
using Espero.Orchestrator.Fleet.UnknownModels;
using Espero.Orchestrator.Jobs;
using Google.Protobuf.WellKnownTypes;

namespace Espero.Orchestrator.Operations;

/// <summary>What the central team asks about models that nobody knows yet.</summary>
internal sealed class UnknownModelCalls(UnknownModelStore store, ModelDesk models)
{
    public async Task<Answer<ListUnknownModelsResponse>> ListAsync(
        ListUnknownModelsRequest request, Caller caller, CancellationToken cancellationToken)
    {
        if (request.PageSize > UnknownModelFilter.MaxPageSize)
        {
            return RequestSentences.PageSize(UnknownModelFilter.MaxPageSize);
        }

        var filter = new UnknownModelFilter
        {
            WithHandled = request.WithHandled,
            WithKnown = request.WithKnown,
            After = request.PageToken,
            PageSize = request.PageSize == 0 ? UnknownModelFilter.MaxPageSize : (int)request.PageSize,
        };
        var page = await store.ListAsync(filter, await models.BookAsync(cancellationToken), cancellationToken);
        return new ListUnknownModelsResponse { Models = { page.Models.Select(ToProto) }, NextPageToken = page.Next };
    }

    public async Task<Answer<GetUnknownModelResponse>> FindAsync(
        GetUnknownModelRequest request, Caller caller, CancellationToken cancellationToken)
    {
        var found = await store.FindAsync(request.Code, cancellationToken);
        return found.Then(model => new GetUnknownModelResponse { Facts = { Facts(model) } });
    }

    public async Task<Answer<HandleUnknownModelResponse>> HandleAsync(
        HandleUnknownModelRequest request, Caller caller, CancellationToken cancellationToken)
    {
        if (PersonRules.CheckName(request.HandledBy) is { } refusal)
        {
            return refusal;
        }

        var handled = await store.HandleAsync(request.Code, request.HandledBy.Trim(), cancellationToken);
        return handled.Then(model => new HandleUnknownModelResponse { Model = ToProto(model) });
    }

    private static UnknownModel ToProto(UnknownModelView model) => new()
    {
        Code = model.Code,
        Name = model.Name,
        Facts = { Facts(model) },
        Phones = (uint)model.Phones,
        FirstAskedAt = model.FirstAskedAt.ToTimestamp(),
        LastAskedAt = model.LastAskedAt.ToTimestamp(),
        HandledBy = model.HandledBy ?? "",
        HandledAt = model.HandledAt?.ToTimestamp(),
        KnownAs = model.KnownAs ?? "",
    };

    private static IEnumerable<UnknownModelFact> Facts(UnknownModelView model) =>
        model.Facts.Select(fact => new UnknownModelFact { Name = fact.Key, Value = fact.Value });
}
