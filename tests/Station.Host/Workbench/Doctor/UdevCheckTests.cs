using Espero.Station.Workbench.Doctor;
using Espero.Station.Workbench.Doctor.Udev;

namespace Espero.Station.Host.Tests.Workbench.Doctor;

public sealed class UdevCheckTests : IDisposable
{
    // As Debian's android-sdk-platform-tools-common is made, in short.
    private const string ByMaker =
        """
        SUBSYSTEM!="usb", GOTO="android_usb_rules_end"
        SUBSYSTEM=="usb", ATTR{idVendor}=="18d1", ENV{adb_user}="yes"
        SUBSYSTEM=="usb", ATTR{idVendor}=="04e8", ENV{adb_user}="yes"
        ENV{adb_user}=="yes", MODE="0660", GROUP="plugdev", TAG+="uaccess"
        LABEL="android_usb_rules_end"
        """;

    private readonly MadeUpPc _pc = new();

    public void Dispose() => _pc.Dispose();

    [Fact]
    public void Our_own_rules_open_every_phone_and_keep_modem_programs_away()
    {
        var rules = UdevRules.Read(_pc.Places.RuleFolders);

        Assert.Equal(Health.Good, Look().Health);
        Assert.Equal(("0660", "plugdev", true), rules.For(new("ffff", "0001", ":ff4201:")) is var grant
            ? (grant.Mode, grant.Group, grant.IsForTheSeat)
            : default);
        Assert.True(rules.For(new("05c6", "9008", ":ffffff:")) is { IsSilentForModems: true, IsForTheSeat: false });
        Assert.False(rules.For(new("046d", "c077", ":030102:")).IsForTheSeat); // a mouse
    }

    [Fact]
    public void Without_rules_a_person_is_told_what_stays_closed_and_how_to_open_it()
    {
        Rules("");

        var finding = Look();

        Assert.Equal((Health.Bad, EsperoRules.Mend), (finding.Health, finding.Mend));
        Assert.Contains("adb, fastboot, Samsung's download mode", finding.Sentence.English, StringComparison.Ordinal);
        Assert.Contains("adb, fastboot, le mode téléchargement de Samsung", finding.Sentence.French, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_only_called_android_opens_nothing()
    {
        Rules("# nothing but a name\n", "51-android.rules");

        Assert.Equal(Health.Bad, Look().Health);
    }

    [Fact]
    public void A_list_of_makers_leaves_the_others_closed()
    {
        Rules(ByMaker);

        Assert.Equal((Health.Doubtful, EsperoRules.Mend), (Look().Health, Look().Mend));
    }

    [Fact]
    public void What_is_closed_though_others_are_open_is_named()
    {
        Rules("""ENV{ID_USB_INTERFACES}=="*:ff4201:*", MODE="0666" """);

        Assert.Contains("in: fastboot, Samsung's download mode.", Look().Sentence.English, StringComparison.Ordinal);
    }

    [Fact]
    public void Rules_for_a_group_open_nothing_to_who_is_not_in_it()
    {
        Rules("""SUBSYSTEM=="usb", ENV{DEVTYPE}=="usb_device", MODE="0660", GROUP="plugdev" """);

        Assert.Equal((Health.Bad, "sudo usermod --append --groups plugdev \"$USER\""), (Look().Health, Look().Mend));
    }

    [Fact]
    public void Rules_for_a_group_open_phones_to_its_members()
    {
        Rules("""SUBSYSTEM=="usb", ENV{DEVTYPE}=="usb_device", MODE="0660", GROUP="plugdev" """);
        _pc.Write("proc/self/status", "Gid:\t1000\nGroups:\t46 1000\n");

        Assert.Equal(Health.Good, Look().Health);
    }

    [Theory]
    [InlineData("72-late-enough.rules", nameof(Health.Good))]
    [InlineData("99-too-late.rules", nameof(Health.Bad))]
    public void A_tag_for_the_person_at_the_pc_counts_only_before_it_is_acted_on(string file, string health)
    {
        Rules("""SUBSYSTEM=="usb", TAG+="uaccess" """, file);

        Assert.Equal(health, Look().Health.ToString());
    }

    [Fact]
    public void A_file_of_the_administrator_replaces_the_one_of_a_package()
    {
        Rules("""SUBSYSTEM=="usb", MODE="0666" """, "51-phones.rules", "lib-rules");
        Rules("", "51-phones.rules");

        Assert.Equal(Health.Bad, Look().Health);
    }

    [Theory]
    [InlineData("""SUBSYSTEM=="usb", PROGRAM=="/bin/true", MODE="0666" """)] // what would have to be run proves nothing
    [InlineData("""ACTION=="remove", MODE="0666" """)]
    [InlineData("""SUBSYSTEM=="tty", MODE="0666" """)]
    [InlineData("""SUBSYSTEM=="usb", GOTO="end" """ + "\n" + """MODE="0666" """ + "\n" + """LABEL="end" """)]
    [InlineData("""SUBSYSTEM=="usb", MODE="0644" """)]
    public void A_rule_that_does_not_reach_phones_opens_none(string rule)
    {
        Rules(rule);

        Assert.Equal(Health.Bad, Look().Health);
    }

    [Fact]
    public void Root_needs_no_rules()
    {
        Rules("");
        _pc.Places = _pc.Places with { IsRoot = true };

        Assert.Equal(Health.Good, Look().Health);
    }

    private Finding Look() => Assert.Single(_pc.Look("udev-rules"));

    private void Rules(string text, string file = "51-phones.rules", string folder = "etc-rules")
    {
        _pc.Remove("etc-rules/60-espero.rules");
        _pc.Write($"{folder}/{file}", text);
    }
}
