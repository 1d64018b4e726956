using System.Collections.Immutable;
using Espero.Station.Recipes.Failures;
using Checks = Espero.Operations.V1.ReleasePhoneRequest.Types.Checks;

namespace Espero.Cli.Commands;

/// <summary>One thing a person confirms before a phone may be erased.</summary>
/// <param name="NeededWhenBlank">A blank phone has no data to save, but its battery can burn like any other.</param>
internal sealed record ReleaseCheck(string Flag, Sentence Claim, Sentence Question, bool NeededWhenBlank, Action<Checks, bool> Set)
{
    /// <summary>The failure class of an outright no, which is more than a release that is not given; null for most.</summary>
    public string? NoMeans { get; private init; }

    public static readonly ImmutableArray<ReleaseCheck> All =
    [
        new(
            "--data-saved",
            new("The owner's data is saved, or is not wanted.", "Les données sont sauvegardées, ou ne sont pas voulues."),
            new("Is the data saved, or not wanted? [y/N] ", "Les données sont-elles sauvegardées, ou non voulues ? [o/N] "),
            NeededWhenBlank: false,
            (checks, value) => checks.DataSaved = value),
        new(
            "--sim-and-sd-out",
            new("The SIM and SD cards are out.", "Les cartes SIM et SD sont retirées."),
            new("Are the SIM and SD cards out? [y/N] ", "Les cartes SIM et SD sont-elles retirées ? [o/N] "),
            NeededWhenBlank: false,
            (checks, value) => checks.SimAndSdOut = value),
        new(
            "--accounts-removed",
            new("The accounts are removed from the phone.", "Les comptes sont retirés du téléphone."),
            new("Are the accounts removed? [y/N] ", "Les comptes sont-ils retirés ? [o/N] "),
            NeededWhenBlank: false,
            (checks, value) => checks.AccountsRemoved = value),
        new(
            "--battery-not-swollen",
            new("The battery is not swollen.", "La batterie n'est pas gonflée."),
            new("Is the battery flat, not swollen? [y/N] ", "La batterie est-elle plate, non gonflée ? [o/N] "),
            NeededWhenBlank: true,
            (checks, value) => checks.BatteryNotSwollen = value) { NoMeans = FailureCode.BatterySwollen },
        new(
            "--screen-readable",
            new("The screen can be read.", "L'écran est lisible."),
            new("Can the screen be read? [y/N] ", "L'écran est-il lisible ? [o/N] "),
            NeededWhenBlank: false,
            (checks, value) => checks.ScreenReadable = value),
    ];
}
