using Espero.Station.Recipes.KeyCombinations;
using Espero.Station.Recipes.Models;
using Espero.Station.Recipes.Source;
using Espero.Station.Recipes.Tests.Models;

namespace Espero.Station.Recipes.Tests.KeyCombinations;

/// <summary>Every sentence about keys in the public data, read to its last word.</summary>
public sealed class PublicKeyTextTests
{
    [Theory]
    [InlineData("download_boot")]
    [InlineData("recovery_boot")]
    public void Every_text_is_understood(string key)
    {
        PublicDevices.Need();

        var texts = Texts(key);
        var unread = texts.Where(text => !KeyTextReader.TryRead(text, out _, out _)).ToList();

        TestContext.Current.TestOutputHelper?.WriteLine($"{key}: {texts.Count - unread.Count} of {texts.Count} distinct texts understood");
        Assert.Equal([], unread.Select(text => KeyTextReader.TryRead(text, out _, out var rest) ? "" : rest));
    }

    [Theory]
    [InlineData("download_boot")]
    [InlineData("recovery_boot")]
    public void Every_combination_fits_into_a_code_and_comes_back_the_same(string key)
    {
        PublicDevices.Need();

        foreach (var text in Texts(key))
        {
            Assert.True(KeyTextReader.TryRead(text, out var combination, out _), text);
            Assert.True(KeyCode.TryWrite(combination, out var code), text);
            Assert.True(ValueRules.Code.Pattern.IsMatch(code), code);
            Assert.True(KeyCode.TryRead(code, out var again), code);
            Assert.True(KeyCode.TryWrite(again, out var rewritten));
            Assert.Equal(code, rewritten);
        }
    }

    internal static List<string> Texts(string key) =>
        [
            .. Directory.EnumerateFiles(Path.Combine(PublicDevices.Folder, "lineage-wiki"), "*.yml")
                .Select(path => SourceReader.Read(File.ReadAllText(path), new ErrorList(path)))
                .OfType<SourceMap>()
                .Select(map => map.Text(key))
                .OfType<string>()
                .Where(text => text.Length > 0)
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];
}
