namespace Espero.Station.Protocols.Adb.Sideload;

/// <summary>What a request of the phone can be.</summary>
public enum SideloadRequestKind
{
    Block,
    Done,
    Failed,
}
