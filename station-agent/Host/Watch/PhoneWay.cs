namespace Espero.Station.Watch;

/// <summary>One way to reach the phone on a port. A phone in other modes is reached in other ways.</summary>
internal abstract record PhoneWay
{
    /// <summary>Fastboot over TCP.</summary>
    public sealed record Tcp(string Host, int Port) : PhoneWay;

    /// <summary>Fastboot over UDP.</summary>
    public sealed record Udp(string Host, int Port) : PhoneWay;

    /// <summary>adb over TCP, through Google's server.</summary>
    public sealed record Adb(string Host, int Port) : PhoneWay
    {
        /// <summary>As the server calls the phone.</summary>
        public string Serial => $"{Host}:{Port}";
    }

    /// <summary>A socket of a hub, whatever the phone in it speaks.</summary>
    /// <param name="Path">As Linux names it: bus, hyphen, the ports from the root on, "1-2.3".</param>
    public sealed record Usb(string Path) : PhoneWay;
}
