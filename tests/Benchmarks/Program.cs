using Espero.Benchmarks.Facts;
using Espero.Benchmarks.FlashOne;
using Espero.Benchmarks.Plug;
using Espero.Testing.Programs;

return args switch
{
    ["flash-one", .. var rest] => await FlashOneBenchmark.RunAsync(rest, CancellationToken.None),
    ["facts", .. var rest] => await FactsBenchmark.RunAsync(rest, CancellationToken.None),
    ["plug", .. var rest] => await PlugBenchmark.RunAsync(rest, CancellationToken.None),
    ["all"] => await RunAllAsync(),

    // What flash-one starts as processes of their own, so that each is measured alone.
    [FlashFile.Command, var port, var partition, var image] => await FlashFile.RunAsync(port, partition, image, CancellationToken.None),
    [DiscardingPhone.Command, var maxDownloadBytes] => await DiscardingPhone.RunAsync(maxDownloadBytes, CancellationToken.None),
    _ => Explain(),
};

static async Task<int> RunAllAsync()
{
    var flashOne = await FlashOneBenchmark.RunAsync(["--phone", EsperoPrograms.Phone], CancellationToken.None);
    Console.WriteLine();
    var plug = await PlugBenchmark.RunAsync([], CancellationToken.None);
    Console.WriteLine();
    var facts = await FactsBenchmark.RunAsync([], CancellationToken.None);
    return Math.Max(flashOne, Math.Max(plug, facts));
}

static int Explain()
{
    Console.Error.WriteLine("""
        Example: Espero.Benchmarks all

        all
            The three below, one after the other, with their usual options and the programs in out/.
        flash-one [--size MIB] [--part MIB] [--runs N] [--phone PATH]
            One virtual phone that discards over loopback TCP: Espero's flasher and Debian's fastboot in turn.
        plug [--runs N] [--orchestrator PATH] [--station PATH] [--phone PATH]
            From the moment a released phone can be reached to the first byte of its image.
        facts [--facts N] [--stations K] [--window N] [--runs N] [--orchestrator PATH]
            Facts per second committed and acknowledged through the whole lane.
        """);
    return 2;
}
