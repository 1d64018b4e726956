using System.Collections.Immutable;
using Espero.Orchestrator.Answers;
using Espero.Station.Recipes.Builds;
using Espero.Station.Recipes.Native;
using Espero.Station.Recipes.Source;

namespace Espero.Orchestrator.Catalog;

/// <summary>Takes builds into the catalogue: read, compiled and complete, or refused whole.</summary>
internal sealed class BuildDesk(CatalogStore store, FileStore files)
{
    public async Task<Answer<AddBuildResult>> AddAsync(
        NamedText buildFile, RecipeFile recipe, CancellationToken cancellationToken)
    {
        var build = BuildFile.Parse(buildFile.Text, buildFile.Name);
        if (!build.IsGood)
        {
            return Refuse(build.Errors);
        }

        var plan = recipe.Compile(build.Value);
        if (!plan.IsGood)
        {
            return Refuse(plan.Errors);
        }

        if (FindUnsound(build.Value) is { } unsound)
        {
            return unsound;
        }

        var differing = await FileDigests.CheckAsync(recipe, name => PathOf(build.Value, name), cancellationToken);
        if (!differing.IsEmpty)
        {
            return Refuse(differing);
        }

        var added = await store.AddAsync(build.Value, NewPlan.Of(plan.Value, recipe.Text), cancellationToken);
        return new AddBuildResult((await store.FindAsync(build.Value.Id, cancellationToken))!, added);
    }

    private string? PathOf(Build build, string name) =>
        build.TryFindFile(name, out var file) ? files.Find(FileHash.Parse(file.Sha256)!.Value)?.FullName : null;

    private static Refusal Refuse(ImmutableArray<SourceError> errors) => Refusal.Forbidden(
        string.Join('\n', errors.Select(error => error.In(Language.English))),
        string.Join('\n', errors.Select(error => error.In(Language.French))));

    private Refusal? FindUnsound(Build build)
    {
        var here = build.Files.ToLookup(file => files.Find(FileHash.Parse(file.Sha256)!.Value)?.Length);
        if (here[null].Any())
        {
            return Missing([.. here[null]]);
        }

        return build.Files.FirstOrDefault(file => files.Find(FileHash.Parse(file.Sha256)!.Value)!.Length != (long)file.SizeBytes) is { } wrong
            ? WrongSize(wrong)
            : null;
    }

    private static Refusal Missing(ImageFile[] missing)
    {
        var list = string.Join(", ", missing.Select(file => $"{file.Name} ({file.Sha256})"));
        return Refusal.Forbidden(
            $"The build was not added, because files of it are not here yet: {list}. Send each with PUT /v1/files/<sha256>, then add the build again.",
            $"Le système n'a pas été ajouté, car il manque encore ces fichiers : {list}. Envoyez chacun avec PUT /v1/files/<sha256>, puis ajoutez le système de nouveau.");
    }

    private static Refusal WrongSize(ImageFile file) => Refusal.Forbidden(
        $"The build was not added: {file.Name} has the hash that the build file gives but not its size of {file.SizeBytes} bytes. Correct the size in the build file.",
        $"Le système n'a pas été ajouté : {file.Name} a bien le hachage donné par le fichier du système, mais pas sa taille de {file.SizeBytes} octets. Corrigez la taille dans ce fichier.");
}
