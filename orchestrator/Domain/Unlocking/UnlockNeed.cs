namespace Espero.Orchestrator.Domain.Unlocking;

/// <summary>What a person must have at hand to ask a maker for an unlock.</summary>
public enum UnlockNeed
{
    /// <summary>An account at the maker.</summary>
    Account,

    /// <summary>A SIM card with a working connection in the phone.</summary>
    Sim,

    /// <summary>The phone's IMEI.</summary>
    Imei,

    /// <summary>The phone's serial number.</summary>
    Serial,

    /// <summary>What the bootloader prints when it is asked for its unlock data.</summary>
    UnlockData,
}
