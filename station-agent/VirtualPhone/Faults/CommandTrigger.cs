namespace Espero.VirtualPhone.Faults;

/// <summary>Which commands a fault meets.</summary>
public abstract record CommandTrigger
{
    /// <param name="number">Which command this is since the program started, counted from 1 over all connections.</param>
    /// <param name="command">The command as it came.</param>
    public abstract bool Meets(long number, string command);
}

/// <summary>The Nth command since the program started, counted from 1.</summary>
public sealed record AtCommand(long Number) : CommandTrigger
{
    public override bool Meets(long number, string command) => number == Number;
}

/// <summary>Every command that begins with <paramref name="Prefix"/>.</summary>
public sealed record OnCommand(string Prefix) : CommandTrigger
{
    public override bool Meets(long number, string command)
    {
        ArgumentNullException.ThrowIfNull(command);
        return command.StartsWith(Prefix, StringComparison.Ordinal);
    }
}
