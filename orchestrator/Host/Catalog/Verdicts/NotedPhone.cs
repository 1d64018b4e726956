using Espero.Station.Domain.Phones;

namespace Espero.Orchestrator.Catalog.Verdicts;

/// <summary>What is noted of one phone: it may have been unplugged long ago.</summary>
/// <param name="Model">"vendor/codename" as a recipe recognised it; null when none did.</param>
/// <param name="Code">Under which its facts are kept for the centre; empty when none knows it as unknown.</param>
/// <param name="Facts">Of all its modes, the newest of each name.</param>
/// <param name="IsUnlocked">As it last said; null when it never did.</param>
/// <param name="SeenAt">When it last said something of itself; null when it never did.</param>
internal sealed record NotedPhone(string? Model, string Code, PhoneFacts Facts, bool? IsUnlocked, DateTimeOffset? SeenAt);
