namespace Espero.VirtualPhone.Faults;

/// <summary>Who brings a class of failure about.</summary>
public enum FailureOrigin
{
    /// <summary>The phone or its cable: the virtual phone does it.</summary>
    Phone,

    /// <summary>Another way into the phone than fastboot and adb over the network.</summary>
    OtherTransport,

    /// <summary>A person at the station.</summary>
    Person,

    /// <summary>The station, its hub or its programs.</summary>
    Station,

    /// <summary>The build's files.</summary>
    Build,

    /// <summary>The plan.</summary>
    Plan,
}
