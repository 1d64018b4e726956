using Google.Protobuf;

namespace Espero.Cli.Connection;

/// <summary>Reads lists that the orchestrator gives in pages.</summary>
internal static class Paging
{
    /// <summary>The first page, or all of them as one answer.</summary>
    /// <param name="read">Reads the page of a token; empty for the first.</param>
    /// <param name="token">The token of the next page, empty in the last one.</param>
    /// <param name="whole">Takes the token out of an answer that has no next page.</param>
    public static async Task<T> ReadAsync<T>(bool all, Func<string, Task<T>> read, Func<T, string> token, Action<T> whole)
        where T : IMessage<T>
    {
        var answer = await read("");
        var next = token(answer);
        if (!all)
        {
            return answer;
        }

        while (next.Length > 0)
        {
            var page = await read(next);
            next = token(page);
            answer.MergeFrom(page); // repeated fields are joined
        }

        whole(answer);
        return answer;
    }
}
