namespace Espero.Testing.Waiting;

/// <summary>Asks again until the answer is there, never longer than the limit. For what happens in another process.</summary>
public static class Eventually
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>Returns the first answer that is not null.</summary>
    /// <exception cref="TimeoutException">The limit passed; the message names what was waited for.</exception>
    public static async Task<T> GetsAsync<T>(
        string what, Func<CancellationToken, Task<T?>> ask, TimeSpan limit, TimeProvider time, CancellationToken cancellationToken)
        where T : class
    {
        var began = time.GetTimestamp();
        while (true)
        {
            if (await ask(cancellationToken) is { } answer)
            {
                return answer;
            }

            if (time.GetElapsedTime(began) > limit)
            {
                throw new TimeoutException($"Not within {limit}: {what}.");
            }

            await Task.Delay(Pause, time, cancellationToken);
        }
    }

    /// <summary>Returns when the condition holds.</summary>
    /// <exception cref="TimeoutException">The limit passed; the message names what was waited for.</exception>
    public static Task HoldsAsync(
        string what, Func<CancellationToken, Task<bool>> ask, TimeSpan limit, TimeProvider time, CancellationToken cancellationToken) =>
        GetsAsync(what, async token => await ask(token) ? what : null, limit, time, cancellationToken);
}
