namespace Espero.Station.Run;

/// <summary>How one step ended.</summary>
internal enum StepEndKind
{
    Done,

    /// <summary>Its condition did not hold.</summary>
    PassedOver,

    Failed,

    /// <summary>Another phone answers on the port: nobody knows what the first one holds.</summary>
    PhoneChanged,

    /// <summary>A person cancelled before the point of no return.</summary>
    Cancelled,
}
