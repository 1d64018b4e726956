namespace Espero.Orchestrator.Dashboard.Views;

/// <summary>One port.</summary>
/// <param name="Badge">Null when nothing is plugged in.</param>
/// <param name="Percent">0 to 100; null unless something is running and has said how far it is.</param>
/// <param name="Address">The page of its job, or else of the phone; null where neither is known.</param>
/// <param name="Code">To give to the central team, of a phone whose model nobody knows; null for others.</param>
public sealed record PortTile(int Number, string Phone, Badge? Badge, int? Percent, string? Address, string? Code);
