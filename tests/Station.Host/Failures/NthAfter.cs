using Espero.VirtualPhone.Faults;

namespace Espero.Station.Host.Tests.Failures;

/// <summary>Meets one command: the Nth with this beginning, once another one has been sent.</summary>
/// <param name="After">The beginning of the other one; empty counts from the start.</param>
internal sealed record NthAfter(string After, string Prefix, int Number) : CommandTrigger
{
    private bool _isAfter = After.Length == 0;
    private int _met;

    public override bool Meets(long number, string command)
    {
        if (_isAfter && command.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return ++_met == Number;
        }

        _isAfter |= command.StartsWith(After, StringComparison.Ordinal);
        return false;
    }
}
