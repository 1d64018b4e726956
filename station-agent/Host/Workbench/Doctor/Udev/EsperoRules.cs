namespace Espero.Station.Workbench.Doctor.Udev;

/// <summary>The rules that come with this program, so that a PC without the sources can have them.</summary>
internal static class EsperoRules
{
    /// <summary>
    /// Installs them, and has them tried on what is plugged in. A phone that does not heed it is unplugged and plugged in again.
    /// </summary>
    public const string Mend =
        $"espero-station doctor {DoctorCommand.UdevRulesName} | sudo tee /etc/udev/rules.d/60-espero.rules > /dev/null "
        + "&& sudo udevadm control --reload && sudo udevadm trigger --subsystem-match=usb";

    private const string Resource = "60-espero.rules";

    public static string Text
    {
        get
        {
            using var stream = typeof(EsperoRules).Assembly.GetManifestResourceStream(Resource)
                ?? throw new InvalidOperationException($"This program was built without {Resource}.");
            using var reader = new StreamReader(stream);
            return reader.ReadToEnd();
        }
    }
}
