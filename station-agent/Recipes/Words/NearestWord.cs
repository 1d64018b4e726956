namespace Espero.Station.Recipes.Words;

/// <summary>Finds the valid word that a mistyped one most likely meant.</summary>
public static class NearestWord
{
    // Longer input is no typing slip, and the distance costs its length squared.
    private const int MaxLength = 64;

    /// <summary>The closest candidate, the first of equals; null when every one differs by more than a third of the word.</summary>
    public static string? To(string word, IEnumerable<string> candidates)
    {
        if (word.Length is 0 or > MaxLength)
        {
            return null;
        }

        string? nearest = null;
        var lower = word.ToLowerInvariant();
        var least = Math.Max(2, word.Length / 3) + 1;
        foreach (var candidate in candidates.Where(candidate => candidate.Length < word.Length + Math.Max(2, word.Length / 3) + 1))
        {
            var distance = Distance(lower, candidate.ToLowerInvariant());
            // Two of two letters changed is another word, not a slip.
            if (distance < least && distance < Math.Max(word.Length, candidate.Length))
            {
                (nearest, least) = (candidate, distance);
            }
        }

        return nearest;
    }

    /// <summary>Letters added, dropped, changed or swapped with their neighbour (optimal string alignment).</summary>
    internal static int Distance(string from, string to)
    {
        // Only three rows of the table are ever looked at; a hostile file with a hundred mistakes must not cost a heap of tables.
        var width = to.Length + 1;
        var rows = width <= 2 * MaxLength ? stackalloc int[3 * width] : new int[3 * width];
        var before = rows[..width];
        var above = rows.Slice(width, width);
        var row = rows[(2 * width)..];
        for (var j = 0; j < width; j++)
        {
            row[j] = j;
        }

        for (var i = 1; i <= from.Length; i++)
        {
            var free = before;
            before = above;
            above = row;
            row = free;
            row[0] = i;
            for (var j = 1; j < width; j++)
            {
                var changed = above[j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1);
                row[j] = Math.Min(changed, Math.Min(above[j], row[j - 1]) + 1);
                if (i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1])
                {
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
                }
            }
        }

        return row[^1];
    }
}
