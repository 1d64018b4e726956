using System.Collections.Immutable;

namespace Espero.Station.Recipes.KeyCombinations;

/// <summary>A combination while its text is read.</summary>
internal sealed class KeyDraft
{
    private readonly List<KeyStep> _steps = [];
    private List<KeyStep>? _leaving;

    public PowerState Start { get; set; }

    public CableState Cable { get; set; }

    /// <summary>The text says that no key does it.</summary>
    public bool IsWithoutKeys { get; set; }

    public void Add(params ReadOnlySpan<KeyStep> steps)
    {
        foreach (var step in steps)
        {
            (_leaving ?? _steps).Add(step);
        }
    }

    /// <summary>What follows leads out of the mode again.</summary>
    public void Leave() => _leaving = [];

    /// <summary>A key press behind a menu takes the item; anywhere else it is a press.</summary>
    public void Press(ImmutableArray<PhoneKey> keys)
    {
        if (_steps is [.., Choose { Confirming: null } choose] && keys is [var confirming])
        {
            _steps[^1] = choose with { Confirming = confirming };
            return;
        }

        Add(new Tap(keys));
    }

    /// <summary>The keys that were let go of last are held again.</summary>
    public void HoldAgain() => Add(new Hold(_steps.OfType<LetGo>().LastOrDefault()?.Keys ?? [], IsAgain: true));

    public void AnswerYes(int times)
    {
        if (_steps is [.., AnswerYes before])
        {
            _steps[^1] = new AnswerYes(before.Times + times);
            return;
        }

        Add(new AnswerYes(times));
    }

    /// <summary>Null when the text says nothing that a person could do.</summary>
    public KeyCombination? Build()
    {
        for (var i = 0; i < _steps.Count; i++)
        {
            // "Press X … release X" is holding.
            if (_steps[i] is Tap { Item: null, Seconds: 0 } tap
                && _steps.Skip(i).OfType<LetGo>().Any(letGo => letGo.Keys.SequenceEqual(tap.Keys)))
            {
                _steps[i] = new Hold(tap.Keys);
            }
        }

        return _steps.Count == 0 && !IsWithoutKeys ? null : new KeyCombination(Start, Cable, [.. _steps], [.. _leaving ?? []]);
    }
}
