using System.Globalization;
using Espero.Orchestrator.Answers;
using Espero.Orchestrator.Catalog;

namespace Espero.Orchestrator.Operations;

/// <summary>Takes typed values out of requests; what does not fit is a refusal that names the field.</summary>
internal static class RequestReader
{
    public static Answer<Guid> Id(string field, string text) =>
        Guid.TryParse(text, out var id) ? id : RequestSentences.NotAnId(field, text);

    public static Answer<string> BuildId(string text) =>
        FileHash.Parse(text) is { } hash ? hash.Text : RequestSentences.NotABuildId(text);

    /// <summary>A token holds all that its page needs: the entry that it was made from may be gone by then.</summary>
    /// <typeparam name="T">The place of an entry in this list, which its token spells out.</typeparam>
    public static Answer<PagePlace<T>> Page<T>(uint size, string token, int defaultSize, int maxSize) where T : struct, IParsable<T>
    {
        if (size > maxSize)
        {
            return PageRefusals.Size(maxSize);
        }

        var pageSize = size == 0 ? defaultSize : (int)size;
        return token.Length == 0 ? new PagePlace<T>(null, pageSize)
            : T.TryParse(token, CultureInfo.InvariantCulture, out var after) ? new PagePlace<T>(after, pageSize)
            : PageRefusals.Token();
    }

    /// <summary>The token of the next page; empty when this was the last.</summary>
    public static string NextToken<T>(IReadOnlyList<T> page, int pageSize, Func<T, Guid> id) =>
        page.Count < pageSize ? "" : id(page[^1]).ToString();

    public static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}
