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

    /// <param name="hello">The first message of an adb server.</param>
    /// <exception cref="AdbProtocolException">The peer does not begin as an adb server does.</exception>
    public async Task RunAsync(AdbMessage hello, CancellationToken cancellationToken)
    {
        if (hello.Command != AdbCommand.Connect)
        {
            throw new AdbProtocolException($"a {hello.Command} before the connection stands.");
        }

        // Only a running system protects itself: a recovery lets anybody in (AOSP recovery, minadbd.cpp).
        if (mode == PhoneMode.System && parts.AdbTrust != AdbTrust.Anybody)
        {
            await AuthenticateAsync(hello, cancellationToken);
        }

        var banner = Encoding.UTF8.GetBytes(Banner());
        await wire.WriteAsync(new(AdbCommand.Connect, AdbWire.Version, AdbWire.MaxPayloadBytes, banner), cancellationToken);
    }

    private async Task AuthenticateAsync(AdbMessage message, CancellationToken cancellationToken)
    {
        byte[] token = [];
        for (; ; message = await wire.ReadAsync(cancellationToken))
        {
            switch (message)
            {
                case { Command: AdbCommand.Authenticate, First: Signature }
                    when Phone.State.AuthorizedKeys.Any(key => AdbKey.Signed(key, token, message.Payload.Span)):
                    return;
                case { Command: AdbCommand.Authenticate, First: Signature } or { Command: AdbCommand.Connect }:
                    token = RandomNumberGenerator.GetBytes(TokenBytes); // it may have another key
                    await wire.WriteAsync(new(AdbCommand.Authenticate, Token, 0, token), cancellationToken);
                    break;
                case { Command: AdbCommand.Authenticate, First: PublicKey }:
                    if (await IsAcceptedAsync(AdbKey.Text(message.Payload.Span), cancellationToken))
                    {
                        return;
                    }

                    break;
                default:
                    throw new AdbProtocolException($"a {message.Command} instead of a key.");
            }
        }
    }

    // False when the adb server does not wait for it: over USB the next one begins anew on the same connection.
    private async Task<bool> IsAcceptedAsync(string key, CancellationToken cancellationToken)
    {
        Phone.Change(state => state with { KeyOnScreen = key });
        if (parts.AdbTrust == AdbTrust.Accept)
        {
            Phone.AcceptKey();
        }

        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var accepted = Phone.WaitForAsync(state => state.AuthorizedKeys.Contains(key), enough.Token);
        await Task.WhenAny(accepted, wire.LookAheadAsync(cancellationToken));
        await enough.CancelAsync();
        return accepted.IsCompletedSuccessfully;
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
