namespace Espero.Orchestrator.Fleet;

/// <summary>A phone as people and programs see it.</summary>
/// <param name="Model">"vendor/codename"; null while not known.</param>
/// <param name="Marks">In the order they were first seen.</param>
/// <param name="Place">Where it is plugged in; null when it is not.</param>
/// <param name="Release">The one that stands; null when none does.</param>
/// <param name="JobId">Its job that has not ended, or else its last one.</param>
/// <param name="UnknownModel">The code under which its facts were kept while nobody knew its model; null when they never were.</param>
internal sealed record PhoneView(
    Guid PhoneId,
    string? Model,
    IReadOnlyList<MarkView> Marks,
    PhonePlace? Place,
    ReleaseView? Release,
    Guid? JobId,
    DateTimeOffset FirstSeenAt,
    bool MarksDisagree,
    string? UnknownModel);
