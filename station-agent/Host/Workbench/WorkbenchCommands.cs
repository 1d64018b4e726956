using System.CommandLine;
using Espero.Station.CommandLine;
using Espero.Station.Protocols.Fastboot;
using Espero.Station.Recipes.Words;
using Espero.Station.Watch;

namespace Espero.Station.Workbench;

/// <summary>The commands for a person at this PC. None of them needs an orchestrator.</summary>
internal static class WorkbenchCommands
{
    public static IEnumerable<Command> All(Surroundings surroundings, TimeProvider time)
    {
        yield return FlashCommand.Create(surroundings, async order =>
        {
            using var signals = new StopSignals();
            return await new FlashProgram(order, Connector(time), surroundings, time).RunAsync(signals.Asked, signals.AtOnce);
        });
    }

    private static PhoneConnector Connector(TimeProvider time) => new(new FastbootOptions(), time);
}
