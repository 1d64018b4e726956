using Espero.Orchestrator.Dashboard.Texts;
using Espero.Orchestrator.Fleet;
using Espero.Orchestrator.Jobs;

namespace Espero.Orchestrator.Dashboard.Reading;

/// <summary>Names a phone so that people find it on the table.</summary>
internal static class PhoneNames
{
    public static string Of(PhoneView phone, PageLanguage language)
    {
        var model = phone.Model ?? "";
        var codename = model[(model.IndexOf('/', StringComparison.Ordinal) + 1)..];
        var name = codename.Length == 0 ? language.Say(PageTexts.UnknownPhone) : codename;
        return PhoneLabel.Of(name, phone.Marks is [var first, ..] ? first.LastFour : "");
    }
}
