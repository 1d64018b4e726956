using Espero.Station.Recipes.Words;

namespace Espero.Station.Recipes.Models;

/// <summary>The words of a pack's file of models.</summary>
internal static class ModelWords
{
    public static readonly WordTable<PhoneKind> Kinds = new(
        ("phone", PhoneKind.Phone),
        ("tablet", PhoneKind.Tablet),
        ("watch", PhoneKind.Watch),
        ("other", PhoneKind.Other));

    public static readonly WordTable<UnlockWay> Ways = new(
        ("open", UnlockWay.Open),
        ("command", UnlockWay.Command),
        ("download-mode", UnlockWay.DownloadMode),
        ("vendor-code", UnlockWay.VendorCode),
        ("vendor-file", UnlockWay.VendorFile),
        ("vendor-account", UnlockWay.VendorAccount),
        ("other-tool", UnlockWay.OtherTool),
        ("none", UnlockWay.None));
}
