using System.Globalization;
using Espero.Benchmarks.Eight;
using Espero.Benchmarks.Facts;
using Espero.Benchmarks.FlashOne;
using Espero.Benchmarks.Plug;
using Espero.Benchmarks.Sideload;
using Espero.Testing.Programs;

return args switch
{
    ["flash-one", .. var rest] => await FlashOneBenchmark.RunAsync(rest, CancellationToken.None),
    ["sideload", .. var rest] => await SideloadBenchmark.RunAsync(rest, CancellationToken.None),
    ["eight", .. var rest] => await EightBenchmark.RunAsync(rest, CancellationToken.None),
    ["facts", .. var rest] => await FactsBenchmark.RunAsync(rest, CancellationToken.None),
    ["plug", .. var rest] => await PlugBenchmark.RunAsync(rest, CancellationToken.None),
    ["all"] => await RunAllAsync(),

    // What the others start as processes of their own, so that each is measured alone.
    [FlashFile.Command, var port, var partition, var image] =>
        await FlashFile.RunAsync(port, partition, image, phones: 1, CancellationToken.None),
    [FlashFile.Command, var port, var partition, var image, var phones] =>
        await FlashFile.RunAsync(port, partition, image, int.Parse(phones, CultureInfo.InvariantCulture), CancellationToken.None),
    [SideloadFile.Command, var port, var serial, var package] =>
        await SideloadFile.RunAsync(port, serial, package, CancellationToken.None),
    [DiscardingPhone.Command, var maxDownloadBytes] => await DiscardingPhone.RunAsync(maxDownloadBytes, CancellationToken.None),
    _ => Explain(),
};

static async Task<int> RunAllAsync()
{
    var flashOne = await FlashOneBenchmark.RunAsync(["--phone", EsperoPrograms.Phone], CancellationToken.None);
    Console.WriteLine();
    var eight = await EightBenchmark.RunAsync([], CancellationToken.None);
    Console.WriteLine();
    var sideload = await SideloadBenchmark.RunAsync([], CancellationToken.None);
    Console.WriteLine();
    var plug = await PlugBenchmark.RunAsync([], CancellationToken.None);
    Console.WriteLine();
    var facts = await FactsBenchmark.RunAsync([], CancellationToken.None);
    return new[] { flashOne, eight, sideload, plug, facts }.Max();
}

static int Explain()
{
    Console.Error.WriteLine("""
        Example: Espero.Benchmarks all

        all
            The five below, one after the other, with their usual options and the programs in out/.
        flash-one [--size MIB] [--part MIB] [--runs N] [--phone PATH]
            One virtual phone that discards over loopback TCP: Espero's flasher and Debian's fastboot in turn.
        eight [--size MIB] [--phones N] [--runs N]
            Many phones flashed at once by one process, against one phone: throughput of all together, and memory.
        sideload [--size MIB] [--runs N] [--phone PATH]
            A package to a virtual phone that discards: Espero's sideload server and Debian's adb in turn.
        plug [--runs N] [--orchestrator PATH] [--station PATH] [--phone PATH]
            From the moment a released phone can be reached to the first byte of its image.
        facts [--facts N] [--stations K] [--window N] [--runs N] [--orchestrator PATH]
            Facts per second committed and acknowledged through the whole lane.
        """);
    return 2;
}
