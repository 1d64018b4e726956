using System.Text.Json;
using Espero.Testing;
using Microsoft.Playwright;

namespace Espero.Browser.Tests;

/// <summary>axe-core, which looks for what keeps people with other eyes, ears or hands from using a page.</summary>
internal static class Axe
{
    private static readonly string Script = Repository.PathTo("tests", "Browser", "node_modules", "axe-core", "axe.min.js");

    /// <summary>What it finds wrong: the rule, its advice and the elements, a line each.</summary>
    /// <exception cref="FileNotFoundException">It is not installed; the message says how.</exception>
    public static async Task<IReadOnlyList<string>> FindAsync(IPage page, CancellationToken cancellationToken)
    {
        if (!File.Exists(Script))
        {
            throw new FileNotFoundException($"{Script} is not there. Run 'npm install' in tests/Browser, or ./tests/run.sh, which does.");
        }

        // Evaluated by the browser itself, for the page's own policy lets no foreign script in.
        await page.EvaluateAsync($"{await File.ReadAllTextAsync(Script, cancellationToken)}; undefined");
        var found = await page.EvaluateAsync<JsonElement>(
            "async () => (await axe.run()).violations.map(rule => `${rule.id}: ${rule.help}: ${rule.nodes.map(node => node.target).join(', ')}`)");
        return [.. found.EnumerateArray().Select(line => line.GetString()!)];
    }
}
