using System.Collections.Immutable;

namespace Espero.Station.Recipes.Models;

/// <summary>
/// Looks a phone up in the book by what it says of itself: its names, its model number, its maker and its chip. Good enough to answer
/// people, never to write: names that disagree, or a chip that no source gives the model, find nothing.
/// </summary>
internal sealed class ModelFinder(ModelBook book, Func<string, string?> find)
{
    private static readonly ImmutableArray<string> Names =
    [
        "getprop.ro.product.device", "getprop.ro.product.vendor.device", "getprop.ro.build.product", "getprop.ro.product.name",
        "getprop.ro.lineage.device", "getvar.product", "usb.product",
    ];

    private static readonly ImmutableArray<string> Numbers = ["getprop.ro.product.model", "getprop.ro.product.vendor.model", "person.model"];

    private static readonly ImmutableArray<string> Makers = ["getprop.ro.product.manufacturer", "getprop.ro.product.brand"];

    private static readonly ImmutableArray<string> Chips = ["getprop.ro.soc.model", "getprop.ro.board.platform"];

    public ModelFinding Find()
    {
        // What the book does not know, such as a bootloader's name for a whole family of boards, says nothing.
        ModelFinding[] said = [.. Said(Names, book.ByCodename), .. Said(Numbers, OfNumber)];
        if (said.Length == 0)
        {
            return ModelFinding.Nothing;
        }

        var agreed = said.Skip(1).Aggregate(said[0].Models.AsEnumerable(), (models, other) => models.Intersect(other.Models)).ToImmutableArray();
        return new ModelFinding([.. OfTheMaker(agreed).Where(HasTheChip)]);
    }

    private IEnumerable<ModelFinding> Said(ImmutableArray<string> facts, Func<string, ModelFinding> look) =>
        Values(facts).Select(look).Where(finding => !finding.IsUnknown);

    private ModelFinding OfNumber(string number) => book.ByModelNumber(number) is { IsUnknown: false } found ? found : book.ByTitle(number);

    // One codename may be two makers'. A rebranded phone names a maker that no set knows for it: then the others decide.
    private ImmutableArray<ModelFacts> OfTheMaker(ImmutableArray<ModelFacts> models)
    {
        var makers = Values(Makers).Select(VendorName.Of).ToHashSet(StringComparer.Ordinal);
        ImmutableArray<ModelFacts> own =
            [.. models.Where(model => makers.Contains(model.Vendor) || model.OtherVendors.Any(vendor => makers.Contains(vendor.Value)))];
        return own.IsEmpty ? models : own;
    }

    private bool HasTheChip(ModelFacts model)
    {
        string[] said = [.. Values(Chips)];
        return said.Length == 0 || model.Chips.IsEmpty || model.Chips.Any(chip => said.Any(chip.Value.IsNamed));
    }

    private IEnumerable<string> Values(ImmutableArray<string> facts) => facts.Select(find).OfType<string>().Where(value => value.Length > 0);
}
