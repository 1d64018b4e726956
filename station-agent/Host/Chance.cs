namespace Espero.Station;

/// <summary>Random numbers for jitter; callable from any thread, from a seed in tests.</summary>
internal sealed class Chance(Random random)
{
    private readonly Lock _lock = new();

    public double Next()
    {
        lock (_lock)
        {
            return random.NextDouble();
        }
    }
}
