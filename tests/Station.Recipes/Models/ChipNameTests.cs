using Espero.Station.Recipes.Models;

namespace Espero.Station.Recipes.Tests.Models;

public sealed class ChipNameTests
{
    [Theory]
    [InlineData("Qualcomm SM8250-AC Snapdragon 870", "SM8250", "kona")]
    [InlineData("Qualcomm SM7150-AA Snapdragon 730", "SM7150", "sm6150")]
    [InlineData("Qualcomm MSM8974PRO Snapdragon 801", "MSM8974", "msm8974")]
    [InlineData("Qualcomm MSM8939v2 Snapdragon 616", "MSM8939", "msm8916")]
    [InlineData("Qualcomm MSM8996 Pro Snapdragon 821", "MSM8996", "msm8996")]
    [InlineData("Qualcomm SDM660 Snapdragon 660", "SDM660", "sdm660")]
    [InlineData("Qualcomm APQ8064T Snapdragon 600", "APQ8064", "msm8960")]
    [InlineData("Qualcomm Dragonwing™ QCM6490 (QCM6490)", "QCM6490", "lahaina")]
    [InlineData("Samsung Exynos 9820", "EXYNOS9820", "exynos9820")]
    [InlineData("Samsung Exynos 4412", "EXYNOS4412", "smdk4x12")]
    [InlineData("Samsung Exynos 850", "EXYNOS850", "s5e3830")]
    [InlineData("Google Tensor G3", "ZUMA", "zuma")]
    [InlineData("Google Tensor GS201", "GS201", "gs201")]
    [InlineData("Mediatek Helio G95", "MT6785", "mt6785")]
    [InlineData("MT6768", "MT6768", "mt6768")]
    public void A_written_chip_is_known_by_its_number_and_its_platform(string text, string model, string platform)
    {
        var chip = ChipName.Read(text)!;

        Assert.Equal(model, chip.Model);
        Assert.Contains(platform, chip.Platforms);
    }

    [Theory]
    [InlineData("Qualcomm SM8250 Snapdragon 865", "SM8250-AB")]
    [InlineData("Qualcomm SM8250-AC Snapdragon 870", "sm8250")]
    [InlineData("Qualcomm SM8250 Snapdragon 865", "kona")]
    [InlineData("Samsung Exynos 990", "s5e9830")]
    [InlineData("Google Tensor GS101", "Tensor")]
    [InlineData("Mediatek Helio G85", "MT6769Z")]
    public void A_phone_may_name_its_chip_in_several_ways(string text, string property) =>
        Assert.True(ChipName.Read(text)!.IsNamed(property));

    [Theory]
    [InlineData("Samsung Exynos 9820", "SM8150")]
    [InlineData("Qualcomm SM8250 Snapdragon 865", "SM8150")]
    [InlineData("Qualcomm SM8250 Snapdragon 865", "lahaina")]
    [InlineData("Google Tensor GS101", "Tensor G2")]
    public void Another_chip_does_not_fit(string text, string property) => Assert.False(ChipName.Read(text)!.IsNamed(property));

    [Fact]
    public void A_text_without_a_chip_is_no_chip() => Assert.Null(ChipName.Read("octa-core, 2 GHz"));
}
