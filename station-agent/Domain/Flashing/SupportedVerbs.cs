using System.Collections.Frozen;
using Espero.Plan.V1;

namespace Espero.Station.Domain.Flashing;

/// <summary>The verbs that this version of the station can carry out: the whole vocabulary.</summary>
public static class SupportedVerbs
{
    public static readonly FrozenSet<Step.VerbOneofCase> Now =
        Enum.GetValues<Step.VerbOneofCase>().Where(verb => verb != Step.VerbOneofCase.None).ToFrozenSet();
}
