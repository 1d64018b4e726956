using Espero.Station.Recipes.Asks;
using Espero.Station.Recipes.Source;
using static Espero.Station.Recipes.Facts.LockFacts;
using static Espero.Station.Recipes.Importing.DraftSteps;
using static Espero.Station.Recipes.Source.StepNodes;

namespace Espero.Station.Recipes.Importing;

/// <summary>
/// How every importer opens a bootloader: look, and only where it is closed unlock, have it confirmed, wait, look again. No condition
/// here asks for a value that a phone may keep to itself: what is not there is asked for as "present", or a person looks.
/// </summary>
internal static class UnlockSteps
{
    private const string WipeLimit = "2m"; // many erase themselves first, and come back by themselves or not at all

    /// <summary>Does the steps in a bootloader that does not say it is open; they are not needed where it is.</summary>
    public static SourceMap WhereClosed(SourceNode at, IEnumerable<SourceMap> steps) => WithFallback(
        at,
        WithCondition(at, Opened(at, Unlocked, ["yes"], sentence: null), Not(at, Says(at, SecureState, [.. OpenValues(SecureState)]))),
        steps);

    /// <summary>A step of a running system that is done unless the system says already that the bootloader is open.</summary>
    public static SourceMap UnlessKnownOpen(SourceNode at, SourceMap step) => Unless(at, step, KnownOpen(at));

    /// <summary>The same for what only lets the bootloader be opened: not where the switch for it is on already.</summary>
    public static SourceMap UnlessAllowed(SourceNode at, SourceMap step) => Unless(at, step, KnownOpen(at).Append(Says(at, Switch, "1")));

    /// <summary>
    /// The command. Who must confirm it is told before: the phone's question comes while the command is still under way. A bootloader
    /// that tells nothing also refuses when it is open already; then a person looks.
    /// </summary>
    /// <param name="confirmation">The ask that goes before; null where the phone asks nothing.</param>
    public static IEnumerable<SourceMap> Unlock(SourceNode at, SourceMap command, SourceMap? confirmation)
    {
        if (confirmation is not null)
        {
            yield return confirmation;
        }

        yield return WithFallback(at, command, LookByEye(at));
    }

    public static SourceMap Confirmation(SourceNode at, string? words = null) =>
        HandSteps.Ask(at, AskCodes.ConfirmUnlock, "keys", words: words);

    /// <summary>Waits for the bootloader after an unlock, and looks again.</summary>
    /// <param name="intoBootloader">What a person does where the phone does not come back by itself.</param>
    public static IEnumerable<SourceMap> SeeOpened(SourceNode at, SourceMap intoBootloader) =>
    [
        WithFallback(
            at,
            Step(at, "await-mode", [("mode", Text(at, "bootloader")), ("within", Text(at, WipeLimit))]),
            intoBootloader),
        .. Look(at, sentence: null),
    ];

    /// <summary>Goes no further unless the bootloader is open; whoever knows is asked, the phone first.</summary>
    /// <param name="sentence">Names the maker's way to open it; null where the recipe has just done it.</param>
    public static IEnumerable<SourceMap> Look(SourceNode at, string? sentence) =>
    [
        WithCondition(at, Opened(at, Unlocked, ["yes"], sentence), Present(at, Unlocked, "true")),
        WithCondition(
            at,
            Opened(at, SecureState, [.. OpenValues(SecureState)], sentence),
            Both(at, Present(at, Unlocked, "false"), Present(at, SecureState, "true"))),
        LookByEye(at),
    ];

    private static IEnumerable<SourceMap> KnownOpen(SourceNode at) =>
        [Says(at, FlashLocked, "0"), Says(at, DeviceState, "unlocked"), Says(at, Unlocked, "yes")];

    private static SourceMap Unless(SourceNode at, SourceMap step, IEnumerable<SourceMap> any) =>
        WithCondition(at, step, Not(at, Map(at, ("any", List(at, any)))));

    private static SourceMap LookByEye(SourceNode at) => WithCondition(
        at,
        HandSteps.Ask(at, AskCodes.LookWhetherUnlocked, []),
        Both(at, Present(at, Unlocked, "false"), Present(at, SecureState, "false")));

    private static SourceMap Opened(SourceNode at, string fact, string[] values, string? sentence) => Step(
        at,
        "assert",
        [("tests", Test(at, fact, values.Select(value => Text(at, value)))), .. Maybe(at, "sentence", sentence)]);

    // A fact that is absent does not hold, so that its negation is never open.
    private static SourceMap Says(SourceNode at, string fact, params string[] values) =>
        Both(at, Present(at, fact, "true"), Test(at, fact, values.Select(value => Text(at, value))));

    private static SourceMap Both(SourceNode at, SourceMap one, SourceMap other) => Map(at, ("all", List(at, one, other)));

    private static SourceMap Not(SourceNode at, SourceMap condition) => Map(at, ("not", condition));

    private static SourceMap Present(SourceNode at, string fact, string isPresent) => Test(at, fact, "present", isPresent);
}
