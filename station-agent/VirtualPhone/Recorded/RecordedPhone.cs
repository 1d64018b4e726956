using Espero.VirtualPhone.Models;

namespace Espero.VirtualPhone.Recorded;

/// <summary>A model from the file in which a station recorded a real phone.</summary>
public static class RecordedPhone
{
    /// <exception cref="VirtualPhoneException">The file cannot be read, or does not say which model it is about.</exception>
    public static PhoneModel Load(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return RecordedModel.Of(RecordedFacts.Load(path));
    }
}
