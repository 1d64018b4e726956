using Espero.Plan.V1;

namespace Espero.Station.Domain.Flashing.Simulation;

/// <summary>Gathers what a simulation finds.</summary>
internal sealed class Findings
{
    private readonly List<Refusal> _refusals = [];
    private readonly List<OpenQuestion> _open = [];

    public IReadOnlyList<Refusal> Refusals => _refusals;

    public IReadOnlyList<OpenQuestion> Open => _open;

    public void Refuse(string failureCode, Step step, string detail) => _refusals.Add(new Refusal(failureCode, step.Id, detail));

    public void Ask(Step step, PhoneMode mode, string detail) => _open.Add(new OpenQuestion(step.Id, mode, detail));

    public void Add(Findings others)
    {
        _refusals.AddRange(others._refusals);
        _open.AddRange(others._open);
    }
}
