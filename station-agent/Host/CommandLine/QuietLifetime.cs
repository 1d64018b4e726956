using Microsoft.Extensions.Hosting;

namespace Espero.Station.CommandLine;

/// <summary>The host's own way to take signals stops everything at once; <see cref="StationProgram"/> takes them instead.</summary>
internal sealed class QuietLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
