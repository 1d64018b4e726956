namespace Espero.Orchestrator.Dashboard.Views;

/// <summary>One port.</summary>
/// <param name="Badge">Null when nothing is plugged in.</param>
/// <param name="Percent">0 to 100; null unless something is running and has said how far it is.</param>
/// <param name="JobId">Null when the phone has no job to look at.</param>
public sealed record PortTile(int Number, string Phone, Badge? Badge, int? Percent, Guid? JobId);
