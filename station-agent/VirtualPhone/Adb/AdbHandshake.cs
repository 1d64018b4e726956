using System.Security.Cryptography;
using System.Text;
using Espero.VirtualPhone.Android;
using Espero.VirtualPhone.State;

namespace Espero.VirtualPhone.Adb;

/// <summary>The beginning of a connection: who the phone is, and whether it lets this adb server in.</summary>
internal sealed class AdbHandshake(AdbWire wire, PhoneMode mode, PhoneParts parts)
{
    private const uint Token = 1;
    private const uint Signature = 2;
    private const uint PublicKey = 3;
    private const int TokenBytes = 20;

    private Phone Phone => parts.Phone;

    /// <exception cref="AdbProtocolException">The peer does not begin as an adb server does.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var hello = await wire.ReadAsync(cancellationToken);
        if (hello.Command != AdbCommand.Connect)
        {
            throw new AdbProtocolException($"a {hello.Command} before the connection stands.");
        }

        // Only a running system protects itself: a recovery lets anybody in (AOSP recovery, minadbd.cpp).
        if (mode == PhoneMode.System && parts.AdbTrust != AdbTrust.Anybody)
        {
            await AuthenticateAsync(cancellationToken);
        }

        var banner = Encoding.UTF8.GetBytes(Banner());
        await wire.WriteAsync(new(AdbCommand.Connect, AdbWire.Version, AdbWire.MaxPayloadBytes, banner), cancellationToken);
    }

    private async Task AuthenticateAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var token = RandomNumberGenerator.GetBytes(TokenBytes);
            await wire.WriteAsync(new(AdbCommand.Authenticate, Token, 0, token), cancellationToken);
            var answer = await wire.ReadAsync(cancellationToken);
            switch (answer)
            {
                case { Command: AdbCommand.Authenticate, First: Signature }
                    when Phone.State.AuthorizedKeys.Any(key => AdbKey.Signed(key, token, answer.Payload.Span)):
                    return;
                case { Command: AdbCommand.Authenticate, First: Signature } or { Command: AdbCommand.Connect }:
                    break; // it may have another key
                case { Command: AdbCommand.Authenticate, First: PublicKey }:
                    await AskAsync(AdbKey.Text(answer.Payload.Span), cancellationToken);
                    return;
                default:
                    throw new AdbProtocolException($"a {answer.Command} instead of a key.");
            }
        }
    }

    private async Task AskAsync(string key, CancellationToken cancellationToken)
    {
        Phone.Change(state => state with { KeyOnScreen = key });
        if (parts.AdbTrust == AdbTrust.Accept)
        {
            Phone.AcceptKey();
        }

        await Phone.WaitForAsync(state => state.AuthorizedKeys.Contains(key), cancellationToken);
    }

    private string Banner()
    {
        var kind = mode switch
        {
            PhoneMode.Recovery => "recovery",
            PhoneMode.Sideload => "sideload",
            _ => "device",
        };
        var features = mode == PhoneMode.Sideload ? "" : "features=shell_v2,cmd";
        var facts = ((string[])["ro.product.name", "ro.product.model", "ro.product.device"])
            .Select(name => $"{name}={Properties.Find(parts, name)};");
        return $"{kind}::{string.Concat(facts)}{features}";
    }
}
