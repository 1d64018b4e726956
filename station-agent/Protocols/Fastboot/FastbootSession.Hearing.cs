namespace Espero.Station.Protocols.Fastboot;

/// <content>
/// How long a command may be. The oldest bootloaders take 64 bytes; what they do with more, nobody can foresee: some obey the
/// beginning of it, some take the rest for a command of its own, some stop. So a longer one is sent only to a phone that has
/// understood a harmless question of that length.
/// </content>
public sealed partial class FastbootSession
{
    private const int MaxCommandBytes = 4096; // AOSP FB_COMMAND_SZ
    private const int HeardByAllBytes = 64;
    private const string Question = "getvar:";

    // Variables that do not change from one question to the next.
    private static readonly string[] Landmarks = ["product", "serialno", "version", "max-download-size"];

    private int _heardBytes = HeardByAllBytes;

    // Null when the phone hears so long a command; otherwise nothing of it was sent.
    private async Task<FastbootError?> DoubtAsync(string command, CancellationToken cancellationToken)
    {
        if (command.Length <= _heardBytes)
        {
            return null;
        }

        if (await FindLandmarkAsync(cancellationToken) is not var (name, value))
        {
            return End ?? TooLong(command, "Nothing shows that this phone hears it.");
        }

        _heardBytes = command.Length; // for the question; a phone that does not understand it is not spoken to again
        await GetVarAsync(new string('x', command.Length - Question.Length), cancellationToken);
        var again = await GetVarAsync(name, cancellationToken);
        return again.Succeeded && again.Value == value ? null
            : End is { Failure: FastbootFailure.Cancelled } ? End
            : await EndAsync(TooLong(command, "The phone did not understand a question of that length."));
    }

    private async Task<(string Name, string Value)?> FindLandmarkAsync(CancellationToken cancellationToken)
    {
        foreach (var name in Landmarks)
        {
            if (await GetVarAsync(name, cancellationToken) is { Succeeded: true, Value: { } value })
            {
                return (name, value);
            }
        }

        return null;
    }

    private static FastbootError TooLong(string command, string reason) =>
        new(FastbootFailure.CommandTooLong, $"'{command}' has {command.Length} bytes and was not sent. {reason}");
}
