using System.Collections.Immutable;
using Espero.Station.Recipes.Source;
using static Espero.Station.Recipes.Importing.DraftSteps;

namespace Espero.Station.Recipes.Importing.OpenAndroid;

/// <summary>
/// The pages that open the bootloader. The installer has a tick to pass over them; here the phone itself says whether it is open,
/// in its system where it can, else in its bootloader.
/// </summary>
internal sealed class OpenAndroidUnlock(SourceMap at, OpenAndroidCommands commands)
{
    public IEnumerable<SourceMap> Steps(ImmutableArray<SourceMap> pages)
    {
        var first = pages.TakeWhile(page => !OpenAndroidCommands.IsUnlock(page)).Count();
        if (first == pages.Length)
        {
            return ByOthers(pages);
        }

        // What lies before the restart is done in the system; where a file has none, the phone still has to be sent there.
        var restart = pages.Take(first).TakeWhile(page => OpenAndroidCommands.CommandOf(page) != "adb_reboot_bootloader").Count();
        var hasRestart = restart < first;
        return
        [
            .. pages.Take(restart).SelectMany(commands.Read).Select(step => UnlockSteps.UnlessKnownOpen(at, step)),
            .. hasRestart ? commands.Read(pages[restart]) : commands.Restart(at, "bootloader"),
            UnlockSteps.WhereClosed(at, InBootloader([.. pages.Skip(hasRestart ? restart + 1 : first)])),
        ];
    }

    // Another program opens it, or its own download mode does.
    private IEnumerable<SourceMap> ByOthers(ImmutableArray<SourceMap> pages)
    {
        if (pages.IsEmpty)
        {
            return [];
        }

        SourceMap[] steps = [.. pages.SelectMany(commands.Read), Await(at, "system")];
        commands.Arrive("system");
        return steps.Select(step => UnlockSteps.UnlessKnownOpen(at, step));
    }

    // From the closed bootloader back into it, opened: the phone wipes itself and is set up again in between.
    private IEnumerable<SourceMap> InBootloader(ImmutableArray<SourceMap> pages)
    {
        for (var index = 0; index < pages.Length; index++)
        {
            var page = pages[index];
            if (!OpenAndroidCommands.IsUnlock(page))
            {
                foreach (var step in commands.Read(page))
                {
                    yield return step;
                }

                continue;
            }

            var prompt = Prompt(pages, index);
            foreach (var step in commands.Read(page))
            {
                var isUnlock = step.Entries[0].Key.Text == "unlock";
                foreach (var part in isUnlock ? UnlockSteps.Unlock(page, step, Confirmation(page, prompt)) : [step])
                {
                    yield return part;
                }
            }

            index += prompt is null ? 0 : 1;
        }

        foreach (var step in BackIntoBootloader(pages[^1]))
        {
            yield return step;
        }
    }

    // The page behind the command tells of the phone's question, unless it already speaks of the time after its restart.
    private static SourceMap? Prompt(ImmutableArray<SourceMap> pages, int index) =>
        index + 2 < pages.Length
        && OpenAndroidCommands.CommandOf(pages[index + 1]) is null
        && OpenAndroidCommands.CommandOf(pages[index + 2]) is not null
            ? pages[index + 1]
            : null;

    // Who was given a code has agreed already.
    private static SourceMap? Confirmation(SourceMap page, SourceMap? prompt) =>
        prompt is not null ? UnlockSteps.Confirmation(prompt, OpenAndroidAsks.Words(prompt))
        : OpenAndroidCommands.CommandOf(page) == "fastboot_unlock_with_code" ? null
        : UnlockSteps.Confirmation(page);

    private IEnumerable<SourceMap> BackIntoBootloader(SourceMap last)
    {
        if (OpenAndroidCommands.CommandOf(last) is not null)
        {
            yield return OpenAndroidAsks.SetUpAgain(last);
        }

        yield return Await(at, "system");
        foreach (var step in commands.Restart(at, "bootloader").Concat(UnlockSteps.Look(at, sentence: null)))
        {
            yield return step;
        }

        commands.Arrive("bootloader");
    }
}
