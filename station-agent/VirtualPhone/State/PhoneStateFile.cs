using System.Text.Json;

namespace Espero.VirtualPhone.State;

/// <summary>The state on disk: the old or the new file, never half of one.</summary>
internal sealed class PhoneStateFile(string directory)
{
    private readonly string _path = Path.Combine(directory, "state.json");
    private readonly string _nextPath = Path.Combine(directory, "state.json.next");

    /// <summary>The saved state, or null for a new phone.</summary>
    /// <exception cref="VirtualPhoneException">The file is there but cannot be understood.</exception>
    public PhoneState? Load()
    {
        if (!File.Exists(_path))
        {
            return null;
        }

        try
        {
            var state = JsonSerializer.Deserialize(File.ReadAllBytes(_path), PhoneStateJson.Default.PhoneState);
            return state is { Format: PhoneState.CurrentFormat, Slots.IsDefaultOrEmpty: false } && state.Slot(state.CurrentSlot) is not null
                ? state
                : throw Unreadable("it was not written by this version of espero-phone");
        }
        catch (JsonException broken)
        {
            throw Unreadable(broken.Message);
        }
    }

    public void Save(PhoneState state)
    {
        using (var next = new FileStream(_nextPath, FileMode.Create, FileAccess.Write))
        {
            JsonSerializer.Serialize(next, state, PhoneStateJson.Default.PhoneState);
            next.Flush(flushToDisk: true);
        }

        File.Move(_nextPath, _path, overwrite: true);
    }

    private VirtualPhoneException Unreadable(string why) =>
        new($"The phone's state in {_path} cannot be read: {why}. Give another --store, or delete that directory to start a new phone.");
}
