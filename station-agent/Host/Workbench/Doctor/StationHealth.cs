using Espero.Station.Run;
using Espero.Station.Workbench.Doctor.Udev;

namespace Espero.Station.Workbench.Doctor;

/// <summary>Looks this PC over for everything that keeps phones from being written. Changes nothing.</summary>
internal sealed class StationHealth(PcPlaces places, string dataDirectory, TimeProvider time)
{
    public IReadOnlyList<Finding> Look()
    {
        var rules = UdevRules.Read(places.RuleFolders);
        var running = RunningProgram.All(places.Proc);
        return
        [
            new UdevCheck(rules, places).Look(),
            .. ProgramCheck.Look(places),
            .. new PhoneThieves(rules, places).Look(running),
            .. new UsbCheck(places).Look(),
            DiskCheck.Look(dataDirectory, folder => new DriveInfo(folder).AvailableFreeSpace),
            .. MemoryCheck.Look(new StationSelf(time, Path.Combine(places.Proc, "meminfo")).FreeMemoryBytes),
            new ClockCheck(places, dataDirectory, time).Look(running),
        ];
    }
}
