namespace Espero.Orchestrator.Fleet.UnknownModels;

/// <summary>A model that nobody knows yet, as its phones tell it.</summary>
/// <param name="Facts">Of model, chip and lock; nothing of an owner.</param>
/// <param name="Phones">How many such phones were seen.</param>
/// <param name="HandledBy">Who said that it is looked after; null while nobody did.</param>
internal sealed record UnknownModelView(
    string Code,
    IReadOnlyDictionary<string, string> Facts,
    int Phones,
    DateTimeOffset FirstAskedAt,
    DateTimeOffset LastAskedAt,
    string? HandledBy,
    DateTimeOffset? HandledAt)
{
    /// <summary>"vendor/codename" as the data sets know it by now; null while they do not.</summary>
    public string? KnownAs { get; init; }

    public UnknownModelPlace Place => new(LastAskedAt, Code);

    /// <summary>What it calls itself: "Acme Vega 3 (vega)"; what the bootloader says where nothing else is known.</summary>
    public string Name
    {
        get
        {
            var device = Fact("getprop.ro.product.device") ?? Fact("getvar.product") ?? "";
            var title = string.Join(' ', new[] { Fact("getprop.ro.product.manufacturer"), Fact("getprop.ro.product.model") }.OfType<string>());
            return title.Length == 0 ? device : device.Length == 0 ? title : $"{title} ({device})";
        }
    }

    private string? Fact(string name) => Facts.GetValueOrDefault(name);
}
