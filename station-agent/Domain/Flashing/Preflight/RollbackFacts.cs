using Espero.Plan.V1;
using Espero.Station.Domain.Phones;
using Espero.Station.Recipes.Facts;

namespace Espero.Station.Domain.Flashing.Preflight;

/// <summary>Compares what a build carries against going back with what the phone, or either of its slots, has had.</summary>
public static class RollbackFacts
{
    private static readonly string[] Places = ["", ":a", ":b"];

    /// <summary>The facts under a name that the phone told, one a slot or one for all.</summary>
    public static IReadOnlyList<string> Known(string name, PhoneFacts facts) =>
        [.. Places.Select(place => name + place).Where(fact => facts.Find(fact) is not null)];

    /// <summary>Those in which the phone is ahead of the build.</summary>
    public static IEnumerable<string> Ahead(RollbackMark mark, PhoneFacts facts) =>
        Known(mark.Fact, facts).Where(fact => !IsAtLeast(mark.Value, facts.Find(fact)!));

    // What cannot be compared is not known to be new enough.
    internal static bool IsAtLeast(string carried, string kept) =>
        DottedNumber.TryParse(carried, out var build) && DottedNumber.TryParse(kept, out var phone) && build.IsAtLeast(phone);
}
