using Espero.Station.Host.Tests.Workbench;

namespace Espero.Station.Host.Tests.Verbs;

/// <summary>The way into the recovery of a phone whose bootloader does not know the word.</summary>
internal static class Keys
{
    public const string IntoRecovery = "- ask: into-recovery\n- await-mode: { mode: recovery, within: 60s }";

    public static void Hold(FlashRig rig) => rig.Phone.HoldRecoveryKeys();
}
