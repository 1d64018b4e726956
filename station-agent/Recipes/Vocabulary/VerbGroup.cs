namespace Espero.Station.Recipes.Vocabulary;

/// <summary>What a verb is about; the order in which they are listed to people.</summary>
public enum VerbGroup
{
    Acquire,
    Gate,
    Move,
    Lock,
    Write,
    PhoneSide,
    Proof,
}
