using Espero.Plan.V1;

namespace Espero.Station.Recipes.Vocabulary;

/// <summary>Which files of its plan a step has to do with, its fallbacks aside.</summary>
public static class StepFiles
{
    /// <summary>Every file that it names.</summary>
    public static IEnumerable<string> NamedBy(Step step) => step.VerbCase switch
    {
        Step.VerbOneofCase.Fetch => step.Fetch.FileNames,
        Step.VerbOneofCase.FetchManual => [step.FetchManual.FileName],
        _ => ReadBy(step).Concat(MadeBy(step)),
    };

    /// <summary>What must be at the station when the step begins.</summary>
    public static IEnumerable<string> ReadBy(Step step)
    {
        IEnumerable<string> names = step.VerbCase switch
        {
            Step.VerbOneofCase.Unpack => [step.Unpack.ArchiveFileName],
            Step.VerbOneofCase.Unlock => [step.Unlock.TokenFileName],
            Step.VerbOneofCase.AvbKey => [step.AvbKey.FileName],
            Step.VerbOneofCase.Flash => [step.Flash.FileName],
            Step.VerbOneofCase.BootImage => [step.BootImage.StageFileName, step.BootImage.FileName],
            Step.VerbOneofCase.Super => [step.Super.FileName],
            Step.VerbOneofCase.Sideload => [step.Sideload.FileName],
            Step.VerbOneofCase.Push => [step.Push.FileName],
            _ => [],
        };
        return names.Where(name => name.Length > 0);
    }

    /// <summary>What the step makes at the station, so that nobody has to bring it.</summary>
    public static IEnumerable<string> MadeBy(Step step) => step.VerbCase switch
    {
        Step.VerbOneofCase.Unpack => step.Unpack.Members.Select(member => member.FileName),
        Step.VerbOneofCase.WriteFile => [step.WriteFile.FileName],
        _ => [],
    };
}
