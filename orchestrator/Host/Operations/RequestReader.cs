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

    /// <summary>The id after which the page begins; null on the first page.</summary>
    public static Answer<PagePlace> Page(uint size, string token, int defaultSize, int maxSize)
    {
        if (size > maxSize)
        {
            return RequestSentences.PageSize(maxSize);
        }

        var pageSize = size == 0 ? defaultSize : (int)size;
        return token.Length == 0 ? new PagePlace(null, pageSize) : Id("page_token", token).Then(after => new PagePlace(after, pageSize));
    }

    /// <summary>The token of the next page; empty when this was the last.</summary>
    public static string NextToken<T>(IReadOnlyList<T> page, int pageSize, Func<T, Guid> id) =>
        page.Count < pageSize ? "" : id(page[^1]).ToString();

    public static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}
