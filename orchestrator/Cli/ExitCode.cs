using Grpc.Core;

namespace Espero.Cli;

/// <summary>What the command tells scripts; documented in its help, never renumbered.</summary>
internal static class ExitCode
{
    public const int Ok = 0;
    public const int Failed = 1;
    public const int Usage = 2;
    public const int NotFound = 3;
    public const int Refused = 5;
    public const int Unreachable = 6;
    public const int PartlyDone = 8;

    public static int Of(StatusCode status) => status switch
    {
        StatusCode.OK => Ok,
        StatusCode.InvalidArgument or StatusCode.OutOfRange => Usage,
        StatusCode.NotFound => NotFound,
        StatusCode.FailedPrecondition or StatusCode.AlreadyExists or StatusCode.Aborted or StatusCode.PermissionDenied => Refused,
        StatusCode.Unavailable or StatusCode.DeadlineExceeded => Unreachable,
        _ => Failed,
    };
}
