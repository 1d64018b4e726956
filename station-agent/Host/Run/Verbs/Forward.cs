namespace Espero.Station.Run.Verbs;

/// <summary>Passes progress on at once: <see cref="Progress{T}"/> would hop to the thread pool and lose the order.</summary>
internal sealed class Forward<T>(Action<T> report) : IProgress<T>
{
    public void Report(T value) => report(value);
}
