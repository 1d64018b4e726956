using System.Collections.Immutable;
using Espero.Testing.Programs;

namespace Espero.EndToEnd.Tests.Site;

/// <summary>One program of a site, which may be killed and started again with the same arguments.</summary>
internal sealed class SiteProgram(string name, string program, IReadOnlyList<string> arguments) : IAsyncDisposable
{
    private static readonly TimeSpan TimeToDie = TimeSpan.FromSeconds(10);
    private ImmutableList<ChildProgram> _lives = [];

    public string Name => name;

    /// <summary>All it ever printed, over all its lives.</summary>
    public string Output => string.Join('\n', _lives.Select(life => life.Output));

    /// <summary>What it has printed since it was last started.</summary>
    public string OutputOfThisLife => _lives[^1].Output;

    public bool IsRunning => _lives is [.., { HasExited: false }];

    public void Start(params IEnumerable<string> more)
    {
        Assert.False(IsRunning, $"{name} runs already.");
        _lives = _lives.Add(ChildProgram.Start(program, [.. arguments, .. more]));
    }

    /// <summary>Kill -9, and gone on return.</summary>
    public async Task KillAsync(CancellationToken cancellationToken)
    {
        _lives[^1].Kill();
        await _lives[^1].WaitForExitAsync(TimeToDie, cancellationToken);
    }

    /// <summary>As systemd asks it to stop.</summary>
    public void Terminate() => _lives[^1].Terminate();

    /// <summary>Ctrl-C.</summary>
    public void Interrupt() => _lives[^1].Interrupt();

    /// <summary>Waits for its end; the exit code.</summary>
    public Task<int> WaitForExitAsync(TimeSpan limit, CancellationToken cancellationToken) => _lives[^1].WaitForExitAsync(limit, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        foreach (var life in _lives)
        {
            await life.DisposeAsync();
        }
    }
}
