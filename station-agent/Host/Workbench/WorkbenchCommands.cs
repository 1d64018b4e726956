using System.CommandLine;
using Espero.Station.CommandLine;
using Espero.Station.Protocols.Fastboot;
using Espero.Station.Recipes.Words;
using Espero.Station.Workbench.Doctor;

namespace Espero.Station.Workbench;

/// <summary>The commands for a person at this PC. None of them needs an orchestrator.</summary>
internal static class WorkbenchCommands
{
    public static IEnumerable<Command> All(Surroundings surroundings, TimeProvider time)
    {
        yield return FlashCommand.Create(surroundings, async order =>
        {
            using var signals = new StopSignals();
            await using var bench = new PhoneBench(order.DataDirectory, new FastbootOptions(), time);
            return await new FlashProgram(order, bench, surroundings, time).RunAsync(signals.Asked, signals.AtOnce);
        });
        yield return PhonesCommand.Create(surroundings, async (elsewhere, cancellationToken) =>
        {
            await using var bench = Bench(time);
            return await PhoneList.ReadAsync(bench, elsewhere, cancellationToken);
        });
        yield return FactsCommand.Create(surroundings, async (phone, everyMode, cancellationToken) =>
        {
            await using var bench = Bench(time);
            var port = await new PhoneFinder(bench, surroundings).FindAsync(phone, cancellationToken);
            return port.Succeeded
                ? await new FactsRecorder(bench.Connector, port.Value, time).RecordAsync(everyMode, cancellationToken)
                : port.Error;
        });
        yield return DoctorCommand.Create(
            surroundings, () => new StationHealth(new PcPlaces(), FlashCommand.UsualData(), time).Look());
    }

    private static PhoneBench Bench(TimeProvider time) => new(FlashCommand.UsualData(), new FastbootOptions(), time);
}
