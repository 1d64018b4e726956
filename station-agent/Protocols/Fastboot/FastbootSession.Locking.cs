using System.Collections.Immutable;

namespace Espero.Station.Protocols.Fastboot;

/// <content>Locks, keys and the vendor's own commands. A person may have to confirm on the phone's screen.</content>
public sealed partial class FastbootSession
{
    // AOSP and the Pixel documentation: the partition's name is fixed, it only takes a key and gives nothing back.
    private const string AvbKeyPartition = "avb_custom_key";
    private const int MaxAnswerLines = 4096;

    /// <summary>How long a person has to agree on the phone's screen.</summary>
    public TimeSpan ConfirmationLimit => options.Confirmation;

    /// <summary>Erases all data on most phones, once a person confirms on the screen.</summary>
    public Task<FastbootResult<string>> FlashingUnlockAsync(CancellationToken cancellationToken) =>
        CommandAsync("flashing unlock", options.Confirmation, cancellationToken);

    public Task<FastbootResult<string>> FlashingLockAsync(CancellationToken cancellationToken) =>
        CommandAsync("flashing lock", options.Confirmation, cancellationToken);

    /// <summary>Opens the partitions of the boot chain too, on phones that keep a lock of their own for them.</summary>
    public Task<FastbootResult<string>> FlashingUnlockCriticalAsync(CancellationToken cancellationToken) =>
        CommandAsync("flashing unlock_critical", options.Confirmation, cancellationToken);

    public Task<FastbootResult<string>> FlashingLockCriticalAsync(CancellationToken cancellationToken) =>
        CommandAsync("flashing lock_critical", options.Confirmation, cancellationToken);

    /// <summary>Whether the phone may be unlocked; null where it does not say.</summary>
    public async Task<FastbootResult<bool?>> GetUnlockAbilityAsync(CancellationToken cancellationToken)
    {
        var answer = await AskAsync("flashing get_unlock_ability", options.Question, cancellationToken);
        return answer.Error switch
        {
            null => answer.Value.Lines.Add(answer.Value.Text).Select(ReadAbility).FirstOrDefault(ability => ability is not null),
            { Failure: FastbootFailure.PhoneRefused } => (bool?)null,
            var error => error,
        };
    }

    /// <summary>A command of the vendor's own, such as <c>device-info</c>; the answer is mostly in its lines.</summary>
    /// <param name="command">What stands behind <c>oem</c> and a space.</param>
    public Task<FastbootResult<FastbootAnswer>> OemAsync(string command, CancellationToken cancellationToken) =>
        AskAsync($"oem {command}", options.Confirmation, cancellationToken);

    /// <summary>Gives the phone the key that a system signed with it needs to boot locked (yellow state).</summary>
    /// <param name="key">The public key as <c>avbtool extract_public_key</c> writes it.</param>
    public async Task<FastbootResult<string>> SetAvbKeyAsync(IDownloadSource key, CancellationToken cancellationToken)
    {
        var sent = await DownloadAsync(key, progress: null, cancellationToken);
        return sent.Succeeded ? await FlashAsync(AvbKeyPartition, cancellationToken) : sent;
    }

    /// <summary>Takes the key away: only the maker's systems boot locked then.</summary>
    public Task<FastbootResult<string>> ClearAvbKeyAsync(CancellationToken cancellationToken) =>
        EraseAsync(AvbKeyPartition, cancellationToken);

    private async Task<FastbootResult<FastbootAnswer>> AskAsync(string command, TimeSpan silence, CancellationToken cancellationToken)
    {
        var lines = ImmutableArray.CreateBuilder<string>();
        var answer = await CommandAsync(command, silence, Keep, cancellationToken);
        return answer.Error is { } error ? error : new FastbootAnswer(answer.Value, lines.ToImmutable());

        void Keep(string line)
        {
            onMessage(line);
            if (lines.Count < MaxAnswerLines)
            {
                lines.Add(line);
            }
        }
    }

    // "get_unlock_ability: 1", "get_unlock_ability = 0", or the digit alone.
    private static bool? ReadAbility(string line) => line.AsSpan().Trim() switch
    {
        [.., '1'] => true,
        [.., '0'] => false,
        _ => null,
    };
}
