using System.Diagnostics;
using Espero.Station.Recipes.Models;

namespace Espero.Station.Recipes.Tests.Models;

/// <summary>The book over all public data sets.</summary>
public sealed class PublicModelBookTests
{
    // A native program takes a fraction; a shared machine and the first compilation of everything get room.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(6);

    [Fact]
    public void Every_file_of_every_set_is_read()
    {
        PublicDevices.Need();

        var clock = Stopwatch.StartNew();
        var book = ModelBook.Read(PublicDevices.Folder);
        clock.Stop();

        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{book.Models.Length} models, {book.Models.Sum(model => model.Origins.Length)} sheets, {clock.ElapsedMilliseconds} ms");
        Assert.Empty(book.Errors);
        Assert.InRange(book.Models.Length, 900, 1200);
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, Limit);
    }

    [Fact]
    public void Every_chip_of_a_phone_or_tablet_can_be_compared()
    {
        PublicDevices.Need();

        var without = ModelBook.Read(PublicDevices.Folder).Models
            .Where(model => model.Origins.Any(origin => origin.DataSet == "lineage-wiki"))
            .Where(model => model.Kinds.Any(kind => kind.Value != PhoneKind.Other) && model.Chips.IsEmpty)
            .Select(model => model.Id);

        Assert.Empty(without);
    }

    [Theory]
    [InlineData("enchilada", "oneplus/enchilada")]
    [InlineData("SM-A528B", "samsung/a52sxq")]
    [InlineData("FP4", "fairphone/FP4")]
    [InlineData("OnePlus8", "oneplus/instantnoodle")]
    [InlineData("flo", "google/flo")]
    public void Well_known_models_are_found_by_what_people_say(string text, string id)
    {
        PublicDevices.Need();

        Assert.Equal(id, ModelBook.Read(PublicDevices.Folder).ByAnyName(text).Only?.Id);
    }

    [Fact]
    public void Names_that_two_makers_use_are_not_mixed()
    {
        PublicDevices.Need();

        var book = ModelBook.Read(PublicDevices.Folder);

        Assert.DoesNotContain(book.Find("xiaomi/sapphire")?.Origins ?? [], origin => origin.DataSet == "eos-installer");
        Assert.True(book.ByCodename("flame").IsAmbiguous);
    }
}
