using Espero.Benchmarks.Measuring;

namespace Espero.Benchmarks;

/// <summary>One benchmark: prints what it measures and gives its figures, each beside its bar.</summary>
/// <param name="Measure">Throws <see cref="UnmeasuredException"/> where nothing could be measured.</param>
/// <param name="Help">Its options, and what it does.</param>
internal sealed record Benchmark(string Name, Func<string[], CancellationToken, Task<IReadOnlyList<Bar>>> Measure, string Help);
