using Espero.Station.Recipes.Words;

namespace Espero.Station.Workbench.Doctor;

/// <summary>What one check of this PC found.</summary>
/// <param name="Check">Stable, for programs: "udev-rules".</param>
/// <param name="Sentence">What is so, and why it matters.</param>
/// <param name="Mend">The command that mends it; empty when all is well or a person has to act.</param>
internal sealed record Finding(string Check, Health Health, Sentence Sentence, string Mend = "");
