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
        var place = RequestReader.Page<UnknownModelPlace>(
            request.PageSize, request.PageToken, UnknownModelFilter.MaxPageSize, UnknownModelFilter.MaxPageSize);
        if (!place.IsGranted)
        {
            return place.Refusal;
        }

        var filter = new UnknownModelFilter
        {
            WithHandled = request.WithHandled,
            WithKnown = request.WithKnown,
            After = place.Value.After,
            PageSize = place.Value.Size,
        };
        var page = await store.ListAsync(filter, await models.BookAsync(cancellationToken), cancellationToken);
        return new ListUnknownModelsResponse { Models = { page.Models.Select(ToProto) }, NextPageToken = page.Next?.ToString() ?? "" };
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
