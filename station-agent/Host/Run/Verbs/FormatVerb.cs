using Espero.Plan.V1;
using Espero.Station.Protocols.Fastboot;
using Espero.Station.Watch;

namespace Espero.Station.Run.Verbs;

/// <summary>
/// Empties a partition so that the phone makes its file system anew: its own system knows best which one (Android's fs_mgr,
/// "formattable"). A file system made on the station's PC is what Debian's fastboot fails at, after it has erased.
/// </summary>
internal static class FormatVerb
{
    public static async Task<StepEnd> RunAsync(FastbootSession session, Format format, CancellationToken cancellationToken)
    {
        var (names, end) = await PartitionNames.FindAsync(session, format.Partition, Slot.Unspecified, cancellationToken);
        foreach (var name in names)
        {
            var answer = await session.EraseAsync(name, cancellationToken);
            if (!answer.Succeeded)
            {
                return StepEnd.Of(answer.Error.ToTalkError());
            }
        }

        return end;
    }
}
