using Espero.Operations.V1;
using Espero.Orchestrator.Answers;
using Espero.Orchestrator.Domain.Releases;
using Espero.Orchestrator.Fleet;
using Espero.Orchestrator.Jobs;
using Espero.Orchestrator.Links;

namespace Espero.Orchestrator.Operations;

/// <summary>What people and programs ask about stations and phones.</summary>
internal sealed class FleetCalls(
    FleetReader reader,
    LinkResetStore linkResets,
    ReleaseStore releases,
    HandBackStore handBacks,
    ModelRecogniser recogniser,
    StationDesk desk)
{
    public async Task<Answer<ListStationsResponse>> ListStationsAsync(
        ListStationsRequest request, Caller caller, CancellationToken cancellationToken)
    {
        var stations = await reader.ListStationsAsync(RequestReader.NullIfEmpty(request.SiteId), cancellationToken);
        return new ListStationsResponse
        {
            Stations = { stations.Select(station => FleetMapping.ToProto(station, desk.IsLinked(station.StationId), caller)) },
        };
    }

    public async Task<Answer<ListPhonesResponse>> ListPhonesAsync(
        ListPhonesRequest request, Caller caller, CancellationToken cancellationToken)
    {
        var page = RequestReader.Page<Guid>(request.PageSize, request.PageToken, PhoneFilter.DefaultPageSize, PhoneFilter.MaxPageSize);
        if (!page.IsGranted)
        {
            return page.Refusal;
        }

        var phones = await reader.ListPhonesAsync(
            new PhoneFilter
            {
                SiteId = RequestReader.NullIfEmpty(request.SiteId),
                PluggedInOnly = request.PluggedInOnly,
                After = page.Value.After,
                PageSize = page.Value.Size,
            },
            cancellationToken);
        return new ListPhonesResponse
        {
            Phones = { phones.Select(FleetMapping.ToProto) },
            NextPageToken = RequestReader.NextToken(phones, page.Value.Size, phone => phone.PhoneId),
        };
    }

    public async Task<Answer<ReleasePhoneResponse>> ReleaseAsync(
        ReleasePhoneRequest request, Caller caller, CancellationToken cancellationToken)
    {
        var phoneId = RequestReader.Id("phone_id", request.PhoneId);
        if (!phoneId.IsGranted)
        {
            return phoneId.Refusal;
        }

        if (ProtoWords.FromProto(request.Basis) is not { } basis)
        {
            return RequestSentences.NoBasis();
        }

        var checks = request.Checks ?? new ReleasePhoneRequest.Types.Checks();
        var given = await releases.ReleaseAsync(
            new ReleaseRequest(
                phoneId.Value,
                basis,
                request.ReleasedBy,
                new ReleaseChecks(
                    checks.DataSaved, checks.SimAndSdOut, checks.AccountsRemoved, checks.BatteryNotSwollen, checks.ScreenReadable))
            {
                PrintedModel = request.PrintedModel,
            },
            cancellationToken);
        if (given is { IsGranted: true, Value.PrintedModel.Length: > 0 })
        {
            // Eyes can be the second of two facts, which names the model that no other fact could.
            await recogniser.RecogniseAsync(phoneId.Value, given.Value.PrintedModel, cancellationToken);
        }

        return given.Then(release => new ReleasePhoneResponse { Release = FleetMapping.ToProto(release) });
    }

    public async Task<Answer<HandBackPhoneResponse>> HandBackAsync(
        HandBackPhoneRequest request, Caller caller, CancellationToken cancellationToken)
    {
        var phoneId = RequestReader.Id("phone_id", request.PhoneId);
        if (!phoneId.IsGranted)
        {
            return phoneId.Refusal;
        }

        var ended = await handBacks.HandBackAsync(phoneId.Value, request.HandedBackBy, cancellationToken);
        return ended.Then(_ => new HandBackPhoneResponse());
    }

    public async Task<Answer<ResetStationLinkResponse>> ResetLinkAsync(
        ResetStationLinkRequest request, Caller caller, CancellationToken cancellationToken)
    {
        if (PersonRules.CheckName(request.ResetBy) is { } refusal)
        {
            return refusal;
        }

        return await linkResets.ResetAsync(request.StationId, request.ResetBy.Trim(), cancellationToken)
            ? new ResetStationLinkResponse()
            : FleetSentences.UnknownStation(request.StationId);
    }
}
