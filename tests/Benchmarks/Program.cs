using Espero.Benchmarks;
using Espero.Benchmarks.FlashOne;
using Espero.Benchmarks.Sideload;

return args switch
{
    ["all"] => await BenchmarkList.RunAsync(BenchmarkList.All, [], CancellationToken.None),

    // What the others start as processes of their own, so that each is measured alone.
    [FlashFile.Command, var port, var partition, var image] => await FlashFile.RunAsync(port, partition, image, CancellationToken.None),
    [SideloadFile.Command, var port, var serial, var package, var blockBytes] =>
        await SideloadFile.RunAsync(port, serial, package, blockBytes, CancellationToken.None),
    [var name, .. var rest] when BenchmarkList.Find(name) is { } benchmark =>
        await BenchmarkList.RunAsync([benchmark], rest, CancellationToken.None),
    _ => Explain(),
};

static int Explain()
{
    Console.Error.WriteLine($"""
        Example: Espero.Benchmarks all

        all
            Those below, one after the other, with their usual options and the programs in out/; then all figures beside their bars.
        {string.Join('\n', BenchmarkList.All.Select(benchmark => $"{benchmark.Name} {benchmark.Help}"))}
        """);
    return 2;
}
