namespace Espero.Orchestrator.Dashboard.Views;

/// <param name="Unshown">How many more there are than a person can take in.</param>
public sealed record PeopleNeeded(IReadOnlyList<PersonNeeded> Shown, int Unshown);
