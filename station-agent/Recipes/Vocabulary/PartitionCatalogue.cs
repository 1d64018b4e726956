using System.Collections.Immutable;
using Espero.Station.Recipes.Words;

namespace Espero.Station.Recipes.Vocabulary;

/// <summary>The partitions that recipes name, by class. A star at the end of a pattern stands for any further characters.</summary>
public static class PartitionCatalogue
{
    /// <summary>The words a recipe uses for the classes.</summary>
    public static readonly WordTable<PartitionClass> ClassWords = new(
        ("os", PartitionClass.Os),
        ("boot-chain", PartitionClass.BootChain),
        ("radio", PartitionClass.Radio),
        ("never-write", PartitionClass.NeverWrite));

    /// <summary>Names that are valid without a declaration, for suggestions too.</summary>
    public static readonly ImmutableArray<string> Os =
    [
        "boot", "init_boot", "vendor_boot", "vendor_kernel_boot", "recovery", "dtbo", "dtb", "dt", "kernel", "ramdisk",
        "vbmeta", "vbmeta_system", "vbmeta_vendor", "vbmeta_samsung", "pvmfw",
        "super", "super_empty", "system", "system_ext", "system_dlkm", "vendor", "vendor_dlkm", "product", "product_services",
        "odm", "odm_dlkm", "oem", "my_product", "my_engineering", "my_company", "my_carrier", "my_region", "my_heytap", "my_stock",
        "my_preload", "my_bigball", "my_manifest", "prism", "optics", "cust", "userdata", "cache", "metadata", "misc", "rescue",
        "hidden", "omr", "logo", "splash", "logo_bin", "oem_custom", "custom", "preload", "rootfs", "opproduct", "reserve",
        "logdump", "logfs", "apdp", "msadp", "debug", "expdb", "apps_log", "vendor_log",
    ];

    public static readonly ImmutableArray<string> BootChain =
    [
        "bootloader", "aboot", "abl", "ablbak", "xbl", "xbl_config", "xblbak", "xbl_ramdump", "sbl1", "sbl2", "sbl3", "pbl", "rpm",
        "rpmbak", "tz", "tzbak", "tzsw", "hyp", "hypbak", "devcfg", "devcfgbak", "keymaster", "keymasterbak", "cmnlib", "cmnlibbak",
        "cmnlib64", "cmnlib64bak", "aop", "aop_config", "aopbak", "qupfw", "qupfwbak", "uefisecapp", "uefisecappbak", "uefi",
        "imagefv", "multiimgoem", "multiimgqti", "featenabler", "shrm", "cpucp", "cpucp_dtb", "secdata", "storsec", "tzar", "ddr", "lksecapp", "mdtp",
        "mdtpsecapp", "pmic", "toolsfv", "quantumsdk", "spunvm", "soccp_debug", "soccp_dcd", "vm-bootsys", "xbl_sc_logs", "xbl_sc_test_mode",
        "preloader", "preloader_raw", "lk", "lk2", "tee", "tee1", "tee2", "gz", "gz1", "gz2", "sspm", "scp", "scp1", "scp2", "spmfw", "mcupm", "dpm", "pi_img", "boot_para",
        "mvpu_algo", "audio_dsp", "cam_vpu1", "cam_vpu2", "cam_vpu3", "ccu", "vcp", "gpueb", "mcf_ota", "apusys", "eemgpt",
        "bl1", "bl2", "bl31", "el3_mon", "ldfw", "keystorage", "pbl_raw", "partition_raw", "epbl", "u-boot", "trustzone", "sboot", "up_param", "harx",
        "gsa", "gsa_bl1", "fips", "ldfw_raw", "tzbsp", "dpolicy", "dram_train",
    ];

    public static readonly ImmutableArray<string> Radio =
    [
        "radio", "modem", "modem_fw", "md1img", "md1dsp", "md1arm7", "md3img", "md_udc", "modemfirmware", "bluetooth", "bt_firmware", "btfw", "dsp", "dspso", "adsp", "mdm1oemnvbktmp",
        "cp", "cp_debug", "connsys_bt", "connsys_wifi", "connsys_gnss", "consys", "wcnss", "vendor_fw", "fw",
    ];

    /// <summary>Patterns; they win over every list and every declaration.</summary>
    public static readonly ImmutableArray<string> NeverWrite =
    [
        // Calibration and individual marks.
        "persist*", "efs*", "sec_efs*", "cpefs*", "nvdata*", "nvram*", "nvcfg*", "protect*", "modemst*", "fsg*", "fsc", "modem_nv*", "wifimac*",
        "oem_stanvbk*", "oem_dycnvbk*", "engineering_cdt*", "cdt", "proinfo*", "sutinfo*", "hwid*", "imei*", "simlock*", "factory*", "mac", "tad", "calibration*", "mnvm*",
        "nv_data*", "prodnv*", "fixnv*", "runtimenv*", "l_fixnv*", "l_runtimenv*",
        // Lock state, keys, protection against theft.
        "devinfo*", "deviceinfo*", "seccfg*", "frp", "config", "keystore*", "keydata*", "keyrefuge*", "ssd", "ta", "trimarea*", "utags*", "cid", "hob", "dhob", "sp", "steady", "sec_*", "otp*", "rpmb", "oemlock*", "param", "secro", "secnv*",
        // The partition table itself: written wrongly, every partition is gone.
        "gpt*", "pgpt*", "sgpt*", "mbr*", "partition", "partition:*", "pit", "ptable*", "limits",
    ];

    /// <summary>Every name that is valid without a declaration.</summary>
    public static readonly ImmutableArray<string> Known = [.. Os, .. BootChain, .. Radio];

    /// <summary>The class of a name without its slot's suffix; null when the name is not known. Case does not count.</summary>
    public static PartitionClass? ClassOf(string partition)
    {
        var name = partition.ToLowerInvariant();
        return NeverWrite.Any(pattern => Matches(pattern, name)) ? PartitionClass.NeverWrite
            : Os.Contains(name) ? PartitionClass.Os
            : BootChain.Contains(name) ? PartitionClass.BootChain
            : Radio.Contains(name) ? PartitionClass.Radio
            : null;
    }

    /// <summary>The name without "_a" or "_b" behind it.</summary>
    public static string WithoutSlot(string name) =>
        name is [_, .., '_', 'a' or 'b' or 'A' or 'B'] ? name[..^2] : name;

    private static bool Matches(string pattern, string name) =>
        pattern.EndsWith('*') ? name.StartsWith(pattern[..^1], StringComparison.Ordinal) : pattern == name;
}
