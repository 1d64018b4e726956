using System.Text;
using Espero.Station.Recipes.Words;
using Espero.Station.Run;

namespace Espero.Station.Workbench;

/// <summary>
/// Takes what the maker gave to unlock the phone from a file or from the keyboard. Never from the command itself: every program of
/// this PC can read that, and the shell writes it down.
/// </summary>
internal sealed class UnlockCodePrompt(Surroundings surroundings)
{
    private static readonly Sentence Question = new(
        "The maker's unlock code for this phone (it is not shown): ",
        "Le code de déverrouillage donné par le fabricant pour ce téléphone (il ne s'affiche pas) : ");

    /// <summary>None when the request asks for none, or nobody typed one.</summary>
    public async Task<UnlockCode> ReadAsync(FlashRequest request, CancellationToken cancellationToken)
    {
        if (request.UnlockCodePath is { } path)
        {
            return new UnlockCode(await File.ReadAllBytesAsync(path, cancellationToken));
        }

        var typed = request.AsksUnlockCode ? await surroundings.AskUnseenAsync(Question, cancellationToken) : null;
        return new UnlockCode(Encoding.UTF8.GetBytes(typed?.Trim() ?? ""));
    }
}
