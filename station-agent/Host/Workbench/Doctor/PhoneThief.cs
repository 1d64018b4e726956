using Espero.Station.Recipes.Words;

namespace Espero.Station.Workbench.Doctor;

/// <summary>A program that opens phones by itself, in the middle of whatever somebody else does with them.</summary>
/// <param name="Process">As the kernel calls it, which is at most 15 letters.</param>
/// <param name="Sentence">What it does to phones, and what to do.</param>
internal sealed record PhoneThief(string Process, Health Health, Sentence Sentence, string Mend);
