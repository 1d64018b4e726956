namespace Espero.Station.Host.Tests.Workbench;

/// <summary>A person who does what is asked and then presses Enter.</summary>
internal sealed class PersonAtKeyboard(Action does) : StringReader("\n")
{
    public override ValueTask<string?> ReadLineAsync(CancellationToken cancellationToken)
    {
        does();
        return base.ReadLineAsync(cancellationToken);
    }
}
