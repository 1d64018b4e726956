namespace Espero.Station.Domain.Flashing;

/// <summary>What a step does to the phone.</summary>
internal enum PhoneTouch
{
    /// <summary>It happens at the station, or only reads.</summary>
    None,

    /// <summary>The phone changes its mode or asks its owner something; its data stays.</summary>
    Moves,

    /// <summary>It can lose data.</summary>
    LosesData,
}
