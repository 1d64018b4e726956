using Espero.Testing;

namespace Espero.Orchestrator.Host.Tests;

public sealed class ServeCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void A_folder_of_models_that_is_not_there_is_refused() =>
        Assert.Contains("There is no folder", ErrorsOf("--models", _folder.PathTo("nothing")), StringComparison.Ordinal);

    [Fact]
    public void A_folder_that_holds_no_models_is_refused_with_what_belongs_there() =>
        Assert.Contains("lineage-wiki", ErrorsOf("--models", _folder.Path), StringComparison.Ordinal);

    [Fact]
    public void A_folder_with_models_is_taken()
    {
        Directory.CreateDirectory(_folder.PathTo("lineage-wiki"));
        File.WriteAllText(_folder.PathTo("lineage-wiki/vega.yml"), "codename: vega");

        Assert.Empty(ErrorsOf("--models", _folder.Path));
    }

    [Theory]
    [InlineData("--public-http", "0.0.0.0:8080", true)]
    [InlineData("--public-http", "[::]:8080", true)]
    [InlineData("--public-http", "0.0.0.0", false)]
    [InlineData("--public-http", "elsewhere", false)]
    [InlineData("--http", "0.0.0.0:8080", false)]
    [InlineData("--grpc", "192.168.1.7:8080", false)]
    public void Only_the_face_for_visitors_may_be_opened_to_others(string option, string address, bool taken) =>
        Assert.Equal(taken, ErrorsOf(option, address).Length == 0);

    public void Dispose() => _folder.Dispose();

    private static string ErrorsOf(params string[] arguments) => string.Join(
        '\n',
        ServeCommand.Create().Parse(["serve", "--database", "d", "--bus", "b", "--data", "/tmp", .. arguments]).Errors.Select(error => error.Message));
}
