using Espero.Station.Images;
using Espero.Station.Recipes.Failures;
using Espero.Station.Recipes.Vocabulary;

namespace Espero.Station.Run;

/// <summary>The files that one plan names.</summary>
internal sealed class PlanFiles(Plan.V1.Plan plan, IImageFiles images)
{
    /// <summary>What unpack and write-file make at the station: nobody has to bring it.</summary>
    public static IReadOnlySet<string> MadeHere(Plan.V1.Plan plan) =>
        plan.AllSteps().SelectMany(StepFiles.MadeBy).ToHashSet(StringComparer.Ordinal);

    /// <summary>What no program may download: until a person has brought it, nobody has it.</summary>
    public static IReadOnlySet<string> BroughtByHand(Plan.V1.Plan plan) =>
        plan.AllSteps().Select(step => step.FetchManual?.FileName).OfType<string>().ToHashSet(StringComparer.Ordinal);

    public ImageFile? Find(string fileName) =>
        plan.Files.FirstOrDefault(file => file.Name == fileName) is { } file ? ImageFile.From(file) : null;

    /// <summary>Has one file here, checked just now.</summary>
    public async Task<(string Path, StepEnd End)> EnsureAsync(string fileName, CancellationToken cancellationToken) =>
        Find(fileName) is { } file
            ? Of(await images.EnsureAsync(file, cancellationToken))
            : ("", NotInThePlan(fileName));

    /// <summary>Has one file here, checked just now, and does something with it.</summary>
    public async Task<StepEnd> UseAsync(string fileName, Func<string, Task<StepEnd>> use, CancellationToken cancellationToken)
    {
        var (path, end) = await EnsureAsync(fileName, cancellationToken);
        return end.LetsGoOn ? await use(path) : end;
    }

    /// <summary>Has all of these here, checked just now.</summary>
    public async Task<StepEnd> EnsureAsync(IEnumerable<string> fileNames, CancellationToken cancellationToken)
    {
        foreach (var name in fileNames)
        {
            var (_, end) = await EnsureAsync(name, cancellationToken);
            if (!end.LetsGoOn)
            {
                return end;
            }
        }

        return StepEnd.Done;
    }

    /// <summary>Keeps what a step makes as the plan's file of that name, if its hash is the plan's.</summary>
    public async Task<StepEnd> KeepAsync(string fileName, Stream content, CancellationToken cancellationToken) =>
        Find(fileName) is { } file
            ? Of(await images.KeepAsync(file, content, cancellationToken)).End
            : NotInThePlan(fileName);

    private static (string Path, StepEnd End) Of(FetchedImage image) => image.Failure == ImageFailure.None
        ? (image.Path, StepEnd.Done)
        : ("", StepEnd.Failed(ImageErrors.ClassOf(image.Failure), image.Detail));

    private static StepEnd NotInThePlan(string fileName) => StepEnd.Failed(FailureCode.PlanUnreadable, $"The plan has no file {fileName}.");
}
