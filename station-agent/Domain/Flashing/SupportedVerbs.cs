using System.Collections.Frozen;
using Espero.Plan.V1;

namespace Espero.Station.Domain.Flashing;

/// <summary>The verbs that this version of the station can carry out. The vocabulary is larger.</summary>
public static class SupportedVerbs
{
    public static readonly FrozenSet<Step.VerbOneofCase> Now = new[]
    {
        Step.VerbOneofCase.Fetch,
        Step.VerbOneofCase.Assert,
        Step.VerbOneofCase.AwaitMode,
        Step.VerbOneofCase.Reboot,
        Step.VerbOneofCase.Flash,
        Step.VerbOneofCase.Erase,
        Step.VerbOneofCase.SetSlot,
    }.ToFrozenSet();
}
