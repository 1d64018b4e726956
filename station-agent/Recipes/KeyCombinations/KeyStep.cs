using System.Collections.Immutable;

namespace Espero.Station.Recipes.KeyCombinations;

/// <summary>One thing that a person does or waits for. Held keys stay held until a <see cref="LetGo"/>.</summary>
public abstract record KeyStep;

/// <param name="IsAgain">The keys were held before and have just been let go of.</param>
public sealed record Hold(ImmutableArray<PhoneKey> Keys, bool IsAgain = false) : KeyStep;

/// <summary>Presses for a moment.</summary>
/// <param name="Item">Repeated until this item of a menu is marked; null for once.</param>
/// <param name="Seconds">How long; 0 for a moment.</param>
public sealed record Tap(ImmutableArray<PhoneKey> Keys, string? Item = null, int Seconds = 0) : KeyStep;

/// <param name="Keys">Empty for all that are held.</param>
public sealed record LetGo(ImmutableArray<PhoneKey> Keys) : KeyStep;

public sealed record PlugIn(Plug Plug) : KeyStep;

/// <summary>The phone is switched on.</summary>
public sealed record SwitchOn : KeyStep;

/// <param name="Text">The word or the logo's name; empty for the other cues.</param>
public sealed record WaitFor(Cue Cue, string Text = "") : KeyStep;

public sealed record Pause(int Seconds) : KeyStep;

/// <summary>Picks an item of a menu.</summary>
/// <param name="Item">Empty when the text does not name it.</param>
/// <param name="Moving">Keys that move the mark; empty when the text does not say.</param>
/// <param name="Confirming">The key that takes the item; null when the text does not say.</param>
public sealed record Choose(string Item, ImmutableArray<PhoneKey> Moving, PhoneKey? Confirming) : KeyStep;

/// <summary>Answers yes to the phone's own question.</summary>
public sealed record AnswerYes(int Times) : KeyStep;

/// <summary>Starts a program from the phone's storage card or by a cable of its own.</summary>
public sealed record StartProgram(string Name) : KeyStep;

public sealed record Expect(Sign Sign) : KeyStep;

/// <summary>Other keys in the place of those before, for a second system beside the first.</summary>
public sealed record Instead(ImmutableArray<PhoneKey> Keys) : KeyStep;
