using Espero.VirtualPhone.Faults;
using Espero.VirtualPhone.State;

namespace Espero.VirtualPhone.Recoveries;

/// <summary>Verifies and applies a package as a recovery does, and leaves the logs that a recovery leaves.</summary>
internal sealed class PackageInstaller(PhoneParts parts)
{
    private const string LogPath = "/tmp/recovery.log";
    private const string ResultPath = "/cache/recovery/last_install";

    private Phone Phone => parts.Phone;

    public void Install(PackageSpool package)
    {
        if (package.Content is not { } content)
        {
            return;
        }

        var metadata = PackageMetadata.Read(content);
        var refusal = Refusal(metadata);
        if (refusal is null)
        {
            Apply(metadata!);
        }

        var installed = refusal is null;
        Phone.Files.WriteText(LogPath, installed ? "Install from ADB complete.\n" : $"{refusal}\nInstallation aborted.\n");
        Phone.Files.WriteText(ResultPath, $"/sideload/package.zip\n{(installed ? 1 : 0)}\n");
    }

    private string? Refusal(PackageMetadata? package)
    {
        var current = Phone.State.Current.System ?? Phone.Model.System;
        return package switch
        {
            null => "E:failed to find META-INF/com/android/metadata; not a valid package",
            _ when parts.Faults.Has(Misbehaviour.PackagesAreRefused) => "E:Error in /sideload/package.zip (status 1)",
            _ when !HasConsent(package) => "E:signature verification failed",
            _ when package.Codenames.Count > 0 && !package.Codenames.Contains(Phone.Model.Codename) =>
                $"E:Package is for product {string.Join('|', package.Codenames)} but expected {Phone.Model.Codename}",
            _ when package.MayDowngrade => null,
            _ when string.CompareOrdinal(package.System.SecurityPatch, current.SecurityPatch) < 0 =>
                "E:Denying OTA because it's SPL downgrade",
            _ when package.System.BuiltAtUnixSeconds < current.BuiltAtUnixSeconds => "E:Update package is older than the current build",
            _ => null,
        };
    }

    // A question on the screen is answered with yes, if there is somebody to see it.
    private bool HasConsent(PackageMetadata package) =>
        !parts.Faults.Has(Misbehaviour.PackagesNeedConsent) && (package.IsSigned || !Phone.State.SideloadStartsSystem);

    private void Apply(PackageMetadata package)
    {
        var names = Phone.Model.Slots;
        Phone.Change(state =>
        {
            var slot = names.FirstOrDefault(name => name != state.CurrentSlot) ?? state.CurrentSlot;
            return state.WithSlot(slot, old => old.Installed(package.System)) with
            {
                CurrentSlot = slot,
                Snapshot = Phone.Model.HasFastbootd && Phone.Model.HasSlots ? SnapshotStatus.Snapshotted : state.Snapshot,
            };
        });
        if (package.Wipes)
        {
            parts.Wipes.WipeAll();
        }
    }
}
