using System.Collections.Immutable;
using System.Globalization;
using Espero.Plan.V1;
using Espero.Station.Recipes.Builds;
using Espero.Station.Recipes.VerifiedBoot;
using Espero.Station.Recipes.Vocabulary;
using Build = Espero.Station.Recipes.Builds.Build;
using File = System.IO.File;

namespace Espero.Cli.Fetching;

/// <summary>Brings the files of a recipe into a folder, and writes their build file once all of them are here and measured.</summary>
internal sealed class BuildFetch(FileDownload download, FetchLimits limits, TimeProvider time, Func<string, Action<long, long>> progressOf)
{
    public const string BuildFileName = "build.yaml";

    private readonly Dictionary<string, BuildIndex?> _indexes = new(StringComparer.Ordinal);

    /// <summary>What is wrong with one recipe ends its own fetch only: the others of its pack go on.</summary>
    public async Task<FetchedBuild> RunAsync(string path, string folder, CancellationToken cancellationToken)
    {
        try
        {
            return await RunAsync(await FetchableRecipe.ReadAsync(path, cancellationToken), folder, cancellationToken);
        }
        catch (Exception fault) when (StopException.Of(fault) is { } stop)
        {
            return new FetchedBuild(path, folder, Files: [], BuildFile: null) { Trouble = stop.Sentence };
        }
    }

    // The files may be here, and the recipe not fit them.
    private async Task<FetchedBuild> RunAsync(FetchableRecipe recipe, string folder, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        var files = new List<FetchedFile>();
        foreach (var origin in recipe.Origins.Files.Where(file => file.Way is not (FileWay.Unpacked or FileWay.Written)))
        {
            files.Add(await BringAsync(origin, folder, cancellationToken));
        }

        files.AddRange(await MakeAsync(recipe, folder, cancellationToken));
        ImmutableArray<FetchedFile> all = [.. files];
        var path = Path.Combine(folder, BuildFileName);
        if (all.Any(file => file.State is not FileState.Here))
        {
            File.Delete(path); // one of an earlier day would name other files
            return new FetchedBuild(recipe.Path, folder, all, BuildFile: null);
        }

        var build = Describe(recipe.Origins, all);
        var plan = recipe.Recipe.Compile(build);
        if (!plan.IsGood)
        {
            throw StopException.Refused(plan.Errors);
        }

        await File.WriteAllTextAsync(path, BuildFile.Write(build), cancellationToken);
        return new FetchedBuild(recipe.Path, folder, all, path);
    }

    private async Task<FetchedFile> BringAsync(OriginFile origin, string folder, CancellationToken cancellationToken)
    {
        var wanted = await WantedAsync(origin, folder, cancellationToken);
        var path = Path.Combine(folder, origin.Name);
        if (wanted is null)
        {
            return File.Exists(path) ? await HereAsync(path, FetchSentences.Brought, cancellationToken)
                : IsListed(origin) ? Failed(origin.Name, FetchSentences.NoIndex(origin))
                : new FetchedFile(origin.Name, FileState.ForAPerson, Measured: null, FetchSentences.ForAPerson(origin, folder));
        }

        if (!File.Exists(path) || !await FileMeasure.IsAsStatedAsync(path, wanted, cancellationToken))
        {
            var end = await download.RunAsync(wanted, folder, progressOf(origin.Name), cancellationToken);
            if (end is not DownloadEnd.Complete)
            {
                return Failed(origin.Name, FetchSentences.Of(end, wanted, limits));
            }
        }

        return await HereAsync(
            path, wanted.HasHash ? FetchSentences.Stated : FetchSentences.NotStated(wanted.Address), cancellationToken);
    }

    private async Task<WantedFile?> WantedAsync(OriginFile origin, string folder, CancellationToken cancellationToken)
    {
        if (!IsListed(origin))
        {
            return origin.Way is FileWay.Download ? WantedFile.Of(origin) : null;
        }

        return await IndexAsync(origin, folder, cancellationToken) is { } index ? index.Find(origin) : null;
    }

    // Other projects' lists leave a choice that only a person can make, such as a channel.
    private static bool IsListed(OriginFile origin) =>
        origin is { Way: FileWay.Index, ToChoose.IsEmpty: true, Role: not null } && WantedFile.Of(origin) is not null;

    private async Task<BuildIndex?> IndexAsync(OriginFile origin, string folder, CancellationToken cancellationToken)
    {
        if (!_indexes.TryGetValue(origin.Address!, out var index))
        {
            var text = await download.ReadAsync(WantedFile.Of(origin)!.Address, folder, cancellationToken);
            _indexes[origin.Address!] = index = text is null ? null : BuildIndex.Read(text);
        }

        return index;
    }

    private async Task<ImmutableArray<FetchedFile>> MakeAsync(FetchableRecipe recipe, string folder, CancellationToken cancellationToken)
    {
        var made = new Dictionary<string, FetchedFile>(StringComparer.Ordinal);
        foreach (var step in recipe.Recipe.Rehearse().Value!.Rehearsal.AllSteps())
        {
            foreach (var file in await MakeAsync(step, folder, cancellationToken))
            {
                made[file.Name] = file;
            }
        }

        return
        [
            .. recipe.Origins.Files.Where(file => file.Way is FileWay.Unpacked or FileWay.Written)
                .Select(file => made.GetValueOrDefault(file.Name) ?? Failed(file.Name, FetchSentences.NothingMakes)),
        ];
    }

    private async Task<IReadOnlyList<FetchedFile>> MakeAsync(Step step, string folder, CancellationToken cancellationToken)
    {
        if (step.WriteFile is { } written)
        {
            var path = Path.Combine(folder, written.FileName);
            await File.WriteAllTextAsync(path, written.Text, cancellationToken);
            return [await HereAsync(path, FetchSentences.Written, cancellationToken)];
        }

        if (step.Unpack is not { } unpack)
        {
            return [];
        }

        if (!File.Exists(Path.Combine(folder, unpack.ArchiveFileName)))
        {
            return [.. unpack.Members.Select(member => Failed(member.FileName, FetchSentences.NeedsAnother))];
        }

        var members = new List<FetchedFile>();
        foreach (var (name, trouble) in await Unpacking.RunAsync(unpack, folder, limits.MaxBytes, cancellationToken))
        {
            members.Add(trouble is null
                ? await HereAsync(Path.Combine(folder, name), FetchSentences.Unpacked(unpack.ArchiveFileName), cancellationToken)
                : Failed(name, FetchSentences.Spoilt(unpack.ArchiveFileName, trouble)));
        }

        return members;
    }

    private static async Task<FetchedFile> HereAsync(string path, Sentence remark, CancellationToken cancellationToken)
    {
        var measured = await FileMeasure.OfAsync(path, cancellationToken);
        return VbmetaFile.Read(path) is not { Algorithm: not 0 } image
            ? new FetchedFile(measured.Name, FileState.Here, measured, remark)
            : image.IsSignatureValid
                ? new FetchedFile(measured.Name, FileState.Here, measured, FetchSentences.Signed(remark, image))
                : Failed(measured.Name, FetchSentences.BadSignature);
    }

    private static FetchedFile Failed(string name, Sentence why) => new(name, FileState.Failed, Measured: null, why);

    // A later day never has a lower counter; the newest list that files were taken from says which day it is.
    private Build Describe(OriginList origins, ImmutableArray<FetchedFile> files)
    {
        var index = origins.Files.Select(file => _indexes.GetValueOrDefault(file.Address ?? "")).OfType<BuildIndex>().MaxBy(one => one.Date);
        var day = (index?.Date ?? DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime)).ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        return new Build
        {
            Name = origins.Name,
            Version = index is null ? day : $"{index.Version}-{day}",
            Counter = ulong.Parse(day, CultureInfo.InvariantCulture),
            Models = [.. origins.Models.Order(StringComparer.Ordinal)],
            Files = [.. files.Select(file => file.Measured!).OrderBy(file => file.Name, StringComparer.Ordinal)],
        };
    }
}
