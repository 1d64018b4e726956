using Espero.Operations.V1;
using Espero.Orchestrator.Answers;
using Espero.Orchestrator.Catalog;
using Espero.Orchestrator.Fleet;
using Espero.Station.Recipes.Native;
using Google.Protobuf.WellKnownTypes;
using RecipeText = Espero.Station.Recipes.Native.RecipeText;

namespace Espero.Orchestrator.Operations;

/// <summary>What people and programs ask about builds.</summary>
internal sealed class CatalogCalls(BuildDesk desk, CatalogStore store, ModelRecogniser recogniser)
{
    public async Task<Answer<AddBuildResponse>> AddAsync(AddBuildRequest request, Caller caller, CancellationToken cancellationToken)
    {
        var added = await desk.AddAsync(
            new NamedText(request.BuildFileName.Length > 0 ? request.BuildFileName : "build.yaml", request.BuildYaml),
            new RecipeFile(
                request.RecipeFileName.Length > 0 ? request.RecipeFileName : "recipe.yaml",
                request.RecipeYaml,
                [.. request.Beside.Select(beside => new RecipeText(beside.Name, beside.Text))]),
            cancellationToken);
        await recogniser.LookAgainAsync(cancellationToken); // a new recipe may name phones that are already plugged in
        return added.Then(result => new AddBuildResponse { Build = ToProto(result.Build), Added = result.Added });
    }

    public async Task<Answer<ListBuildsResponse>> ListAsync(ListBuildsRequest request, Caller caller, CancellationToken cancellationToken) =>
        new ListBuildsResponse { Builds = { (await store.ListAsync(cancellationToken)).Select(ToProto) } };

    private static Build ToProto(BuildView build) => new()
    {
        BuildId = build.BuildId,
        Name = build.Name,
        Version = build.Version,
        Models = { build.Models },
        Files = { build.Files.Select(file => new BuildFile { Name = file.Name, Sha256 = file.Sha256, SizeBytes = (ulong)file.SizeBytes }) },
        AddedAt = build.AddedAt.ToTimestamp(),
        Counter = (ulong)build.Counter,
    };
}
