using Espero.VirtualPhone.Android;
using Espero.VirtualPhone.Faults;
using Espero.VirtualPhone.Partitions;
using Espero.VirtualPhone.State;
using Espero.VirtualPhone.Storage;

namespace Espero.VirtualPhone;

/// <summary>The directory of one phone, held for one program at a time.</summary>
internal sealed class PhoneStore : IDisposable
{
    private readonly FileStream _hold;

    private PhoneStore(FileStream hold, Phone phone, IPhoneStorage storage)
    {
        _hold = hold;
        Phone = phone;
        Storage = storage;
    }

    public Phone Phone { get; }

    public IPhoneStorage Storage { get; }

    /// <summary>Takes the phone that lives in the directory, or makes a new one.</summary>
    /// <exception cref="VirtualPhoneException">The directory cannot be used, or holds another phone than wanted.</exception>
    public static PhoneStore Open(VirtualPhoneOptions options, Random random)
    {
        var hold = Hold(options.StoreDirectory);
        try
        {
            var file = new PhoneStateFile(options.StoreDirectory);
            var state = StartState(file.Load() ?? NewPhone(options, random), options);
            var table = new PartitionTable(options.Model);
            var storage = options.Discard ? (IPhoneStorage)new DiscardingStorage() : new FileStorage(options.StoreDirectory, table);
            var model = options.Model with { MaxDownloadSizeBytes = options.MaxDownloadSizeBytes ?? options.Model.MaxDownloadSizeBytes };
            var files = new FileShelf(Path.Combine(options.StoreDirectory, "files"), options.MaxPushedFileBytes);
            foreach (var volume in state.Super)
            {
                storage.Resize(Partition.Logical(volume, options.Model.Slots));
            }

            file.Save(state);
            return new PhoneStore(hold, new Phone(model, table, state, file, files), storage);
        }
        catch
        {
            hold.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        Storage.Dispose();
        _hold.Dispose();
    }

    private static FileStream Hold(string directory)
    {
        try
        {
            Directory.CreateDirectory(directory);
            return new FileStream(Path.Combine(directory, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new VirtualPhoneException(
                $"The store {directory} cannot be used: {refused.Message} Stop the other espero-phone, or give another --store.");
        }
    }

    private static PhoneState NewPhone(VirtualPhoneOptions options, Random random) =>
        PhoneState.Factory(options.Model, options.Serial ?? PhoneSerial.New(random), unlocked: !options.Locked);

    private static PhoneState StartState(PhoneState saved, VirtualPhoneOptions options)
    {
        if (saved.Model != options.Model.Name)
        {
            throw new VirtualPhoneException(
                $"The store {options.StoreDirectory} holds a {saved.Model}, not a {options.Model.Name}. Give another --store or --model.");
        }

        var state = saved with
        {
            UnlockAllowed = options.UnlockAllowed ?? saved.UnlockAllowed,
            BatteryPercent = options.BatteryPercent ?? saved.BatteryPercent,
            BatteryTemperatureTenths = options.BatteryTemperatureTenths ?? saved.BatteryTemperatureTenths,
            AdbEnabled = options.AdbEnabled ?? saved.AdbEnabled,
        };
        foreach (var condition in options.Faults.OfType<ConditionFault>())
        {
            state = condition.Apply(state);
        }

        return options.StartMode switch
        {
            _ when options.Faults.Contains(new MisbehaviourFault(Misbehaviour.IsAbsent)) => state with { Mode = PhoneMode.Off },
            PhoneMode.System => state.StartedSystem(),
            PhoneMode.Bootloader => state.StartedBootloader(),
            var mode => state with { Mode = mode },
        };
    }
}
