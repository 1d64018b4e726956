namespace Espero.Station.Recipes.Models;

/// <summary>Puts what several files say about one model together while a book is read.</summary>
internal sealed class ModelIndex
{
    private readonly List<List<ModelFacts>> _models = [];
    private readonly Dictionary<(string Vendor, string Codename), List<ModelFacts>> _byId = [];
    private readonly Dictionary<string, List<List<ModelFacts>>> _byCodename = new(StringComparer.OrdinalIgnoreCase);

    public void AddAll(IEnumerable<ModelFacts> parts)
    {
        foreach (var part in parts)
        {
            Add(part);
        }
    }

    public void Add(ModelFacts part)
    {
        var vendors = Vendors(part);
        if (Find(part, vendors) is not { } model)
        {
            model = [];
            _models.Add(model);
            if (!_byCodename.TryGetValue(part.Codename, out var sameName))
            {
                _byCodename[part.Codename] = sameName = [];
            }

            sameName.Add(model);
        }

        model.Add(part);
        foreach (var vendor in vendors)
        {
            _byId.TryAdd(Key(vendor, part.Codename), model);
        }
    }

    public IEnumerable<ModelFacts> Build() => _models.Select(ModelFacts.Join);

    private List<ModelFacts>? Find(ModelFacts part, List<string> vendors)
    {
        // Without a maker a codename proves nothing unless only one model has it.
        if (vendors.Count == 0)
        {
            return _byCodename.TryGetValue(part.Codename, out var sameName) && sameName is [var only] ? only : null;
        }

        return vendors.SelectMany(vendor => Codenames(part).Select(name => _byId.GetValueOrDefault(Key(vendor, name))))
            .FirstOrDefault(model => model is not null);
    }

    private static List<string> Vendors(ModelFacts part) =>
        [.. part.OtherVendors.Select(vendor => vendor.Value).Prepend(part.Vendor).Where(vendor => vendor.Length > 0).Distinct()];

    // "beryllium-tianma" is a variant of beryllium, and a set may know a model only by one of its other names.
    private static IEnumerable<string> Codenames(ModelFacts part)
    {
        yield return part.Codename;
        if (part.Codename.LastIndexOf('-') is > 0 and var cut)
        {
            yield return part.Codename[..cut];
        }

        foreach (var alias in part.Aliases)
        {
            yield return alias.Value;
        }
    }

    private static (string Vendor, string Codename) Key(string vendor, string codename) => (vendor, codename.ToLowerInvariant());
}
