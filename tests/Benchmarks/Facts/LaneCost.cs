namespace Espero.Benchmarks.Facts;

/// <summary>CPU seconds of the lane's three servers; the broker's is absent when its process is not to be found.</summary>
internal readonly record struct LaneCost(double Orchestrator, double Postgres, double Rabbit)
{
    public static LaneCost operator -(LaneCost after, LaneCost before) =>
        new(after.Orchestrator - before.Orchestrator, after.Postgres - before.Postgres, after.Rabbit - before.Rabbit);
}
