using Espero.Station.Protocols.Usb;
using Espero.Station.Recipes.Failures;
using Espero.Station.Recipes.Vocabulary;
using Espero.Station.Recipes.Words;
using Espero.Station.Watch;

namespace Espero.Station.Workbench;

/// <summary>Finds the one phone that a person named. Changes nothing on any phone.</summary>
internal sealed class PhoneFinder(PhoneBench bench, Surroundings surroundings)
{
    /// <summary>The error is a sentence for this person: what was seen, and what to do.</summary>
    public async Task<TalkResult<PortAddress>> FindAsync(PhoneSpec spec, CancellationToken cancellationToken) => spec switch
    {
        PhoneSpec.At(var port) => port,
        PhoneSpec.Called(var serial) => await FindAsync(serial, cancellationToken),
        _ => throw new InvalidOperationException($"No such name of a phone: {spec}."),
    };

    private async Task<TalkResult<PortAddress>> FindAsync(string serial, CancellationToken cancellationToken)
    {
        var devices = bench.Usb.List().Where(device => device.Kind is not UsbPhoneKind.Unknown);
        var faces = await Task.WhenAll(devices.Select(device => AskAsync(device, serial, cancellationToken)));
        return faces.Where(face => face.IsIt).ToArray() switch
        {
            [var only] => new PortAddress(1, only.Port, [new PhoneWay.Usb(only.Port)]),
            [] => new TalkError(FailureCode.PhoneNotSeen, NoneIn(serial, faces)),
            var several => new TalkError(FailureCode.SerialNotUnique, surroundings.Say(
                $"{several.Length} phones call themselves {serial}. Seen: {List(several)}. "
                + $"Say which by its port, such as --phone {several[0].Port}.",
                $"{several.Length} téléphones s'appellent {serial}. Vus : {List(several)}. "
                + $"Dites lequel par sa prise, par exemple --phone {several[0].Port}.")),
        };
    }

    // A phone's USB descriptors may say something else than its bootloader or its system does.
    private async Task<(string Port, bool IsIt, string Seen)> AskAsync(UsbDevice device, string serial, CancellationToken cancellationToken)
    {
        var mode = surroundings.Say(PeopleWords.Of(UsbWay.ModeOf(device.Kind)));
        if (device.Serial == serial || device.Kind is not (UsbPhoneKind.Fastboot or UsbPhoneKind.Adb))
        {
            return (device.PortPath, device.Serial == serial, $"{device.PortPath} ({mode})");
        }

        var sight = await bench.Connector.GlanceAsync(device.PortPath, cancellationToken);
        return sight.Succeeded
            ? (device.PortPath, sight.Value.Serial == serial, $"{device.PortPath} ({surroundings.Say(PeopleWords.Of(sight.Value.Mode))})")
            : (device.PortPath, false, $"{device.PortPath} ({mode}, {sight.Error.FailureClass})");
    }

    private string NoneIn(string serial, (string Port, bool IsIt, string Seen)[] faces) => faces.Length == 0
        ? surroundings.Say(
            $"No phone is seen on USB, so none that calls itself {serial}. Plug it in, try another cable, or run: espero-station doctor",
            $"Aucun téléphone vu sur l'USB, donc aucun qui s'appelle {serial}. "
            + "Branchez-le, changez de câble, ou lancez : espero-station doctor")
        : surroundings.Say(
            $"No phone calls itself {serial}. Seen: {List(faces)}. "
            + "Check the serial, or name the phone by its port; espero-station phones tells more.",
            $"Aucun téléphone ne s'appelle {serial}. Vus : {List(faces)}. "
            + "Vérifiez le numéro de série, ou nommez le téléphone par sa prise ; espero-station phones en dit plus.");

    private static string List(IEnumerable<(string Port, bool IsIt, string Seen)> faces) =>
        string.Join(", ", faces.Select(face => face.Seen));
}
