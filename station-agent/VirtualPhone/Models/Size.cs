namespace Espero.VirtualPhone.Models;

internal static class Size
{
    public const long KiB = 1024;
    public const long MiB = 1024 * KiB;
    public const long GiB = 1024 * MiB;
}
