using Espero.Operations.V1;
using Espero.Orchestrator.Answers;
using Espero.Orchestrator.Catalog;
using Microsoft.Extensions.Options;

namespace Espero.Orchestrator.Operations;

/// <summary>What a program must know before anything else.</summary>
internal sealed class ServerCalls(IOptions<CatalogOptions> options)
{
    private static readonly string Version = typeof(ServerCalls).Assembly.GetName().Version!.ToString(3);

    public Task<Answer<GetServerResponse>> GetAsync(GetServerRequest request, Caller caller, CancellationToken cancellationToken) =>
        Task.FromResult<Answer<GetServerResponse>>(
            new GetServerResponse { Version = Version, FilesAddress = options.Value.FilesAddress.TrimEnd('/') });
}
