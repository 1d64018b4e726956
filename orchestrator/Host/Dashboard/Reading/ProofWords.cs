using Espero.Orchestrator.Dashboard.Texts;

namespace Espero.Orchestrator.Dashboard.Reading;

/// <summary>How the level of proof is called on screens.</summary>
internal static class ProofWords
{
    /// <summary>Null while there is no level.</summary>
    public static string? Of(string? proof, PageLanguage language) => proof switch
    {
        null => null,
        "none" => language.Say(PageTexts.ProofNone),
        "seen-by-person" => language.Say(PageTexts.ProofSeenByPerson),
        "seen-on-usb" => language.Say(PageTexts.ProofSeenOnUsb),
        "bootloader-says-so" => language.Say(PageTexts.ProofBootloaderSaysSo),
        "read-back" => language.Say(PageTexts.ProofReadBack),
        _ => proof, // of a newer version
    };
}
