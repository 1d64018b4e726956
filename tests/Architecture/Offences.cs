namespace Espero.Architecture.Tests;

/// <summary>Fails with every offence on a line of its own: xunit's own message cuts a list after the fifth.</summary>
internal static class Offences
{
    public static void None(IEnumerable<string> offences)
    {
        var lines = offences.ToList();
        if (lines.Count > 0)
        {
            Assert.Fail(string.Join('\n', lines));
        }
    }
}
