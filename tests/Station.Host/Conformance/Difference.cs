using System.Collections.Immutable;

namespace Espero.Station.Host.Tests.Conformance;

/// <summary>Two sequences side by side, as a patch shows them.</summary>
internal static class Difference
{
    /// <summary>"- x" is said by them alone, "+ x" by us alone, "= x" by both; as many "=" as can be, in the order of both.</summary>
    public static ImmutableArray<string> Between(ImmutableArray<string> theirs, ImmutableArray<string> ours)
    {
        var common = CommonLengths(theirs, ours);
        var lines = ImmutableArray.CreateBuilder<string>();
        for (var (their, our) = (0, 0); their < theirs.Length || our < ours.Length;)
        {
            if (their < theirs.Length && our < ours.Length && theirs[their] == ours[our])
            {
                lines.Add($"= {theirs[their++]}");
                our++;
            }
            else if (our == ours.Length || (their < theirs.Length && common[their + 1, our] >= common[their, our + 1]))
            {
                lines.Add($"- {theirs[their++]}");
            }
            else
            {
                lines.Add($"+ {ours[our++]}");
            }
        }

        return lines.ToImmutable();
    }

    // [t, o]: how many commands the rest of theirs from t on and the rest of ours from o on share, in order.
    private static int[,] CommonLengths(ImmutableArray<string> theirs, ImmutableArray<string> ours)
    {
        var lengths = new int[theirs.Length + 1, ours.Length + 1];
        for (var their = theirs.Length - 1; their >= 0; their--)
        {
            for (var our = ours.Length - 1; our >= 0; our--)
            {
                lengths[their, our] = theirs[their] == ours[our]
                    ? lengths[their + 1, our + 1] + 1
                    : Math.Max(lengths[their + 1, our], lengths[their, our + 1]);
            }
        }

        return lengths;
    }
}
