using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace Espero.Station.Host.Tests.Conformance;

/// <summary>What one phone was told, in its order.</summary>
internal sealed class WireRecord
{
    // How a station looks at a phone; it does so before and after every step that matters, and no tool does.
    private static readonly string[] Look =
        ["getvar:product", "getvar:serialno", "getvar:is-userspace", "getvar:unlocked", "getvar:current-slot"];

    private static readonly string[] LookFurther = ["getvar:all", "flashing get_unlock_ability"];

    private readonly ConcurrentQueue<string> _commands = new();

    public ImmutableArray<string> Commands => [.. _commands];

    /// <summary>The commands that are left when every look is taken out.</summary>
    public ImmutableArray<string> WithoutLooks
    {
        get
        {
            var left = ImmutableArray.CreateBuilder<string>();
            var all = Commands.AsSpan();
            while (!all.IsEmpty)
            {
                if (!all.StartsWith(Look))
                {
                    left.Add(all[0]);
                    all = all[1..];
                    continue;
                }

                all = all[Look.Length..];
                foreach (var question in LookFurther)
                {
                    all = !all.IsEmpty && all[0] == question ? all[1..] : all;
                }
            }

            return left.ToImmutable();
        }
    }

    public void Add(string command) => _commands.Enqueue(command);
}
