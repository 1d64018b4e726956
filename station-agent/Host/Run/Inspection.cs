using Espero.Station.Journal;
using Espero.Station.V1;
using Espero.Station.Watch;
using static Espero.Station.V1.PhoneInspected.Types;

namespace Espero.Station.Run;

/// <summary>Judges an interrupted attempt by the journal and by a look at the phone. Changes nothing on it.</summary>
internal sealed class Inspection(StationJournal journal, PortSet ports, PhoneConnector connector)
{
    public async Task RunAsync(InspectionOrdered order, CancellationToken cancellationToken)
    {
        var attempt = AttemptId.From(order.Attempt);
        if (!journal.State.Attempts.TryGetValue(attempt, out var record))
        {
            return; // it ended, and its end is on its way
        }

        var (finding, detail) = record.PassedPointOfNoReturn
            ? await LookAsync(order.PortPath, record, cancellationToken)
            : (Finding.Untouched, "The journal stops before the first command that can lose data.");
        await new AttemptFacts(journal, attempt).InspectedAsync(finding, detail, cancellationToken);
    }

    private async Task<(Finding Finding, string Detail)> LookAsync(string portPath, AttemptRecord record, CancellationToken cancellationToken)
    {
        if (ports.Find(portPath) is not { } port)
        {
            return (Finding.Unreadable, "The station has no such port.");
        }

        using var lease = await port.LeaseAsync(cancellationToken);
        var connected = await connector.ConnectAsync(port.Address, _ => { }, cancellationToken);
        if (!connected.Succeeded)
        {
            return (Finding.Unreadable, $"The phone did not answer: {connected.Error.Text}");
        }

        await using var talk = connected.Value;
        var glance = await talk.GlanceAsync(cancellationToken);
        if (!glance.Succeeded)
        {
            return (Finding.Unreadable, $"The phone did not answer: {glance.Error.Text}");
        }

        return record.PhoneMark.IsEmpty || journal.Marks.Hash(glance.Value.Serial).Equals(record.PhoneMark)
            ? (Finding.HalfWritten, $"The phone is in mode {glance.Value.Mode}. The journal stops in step {record.StepId}.")
            : (Finding.Unreadable, "Another phone is on the port. Plug the first one back in and inspect again.");
    }
}
