using Espero.Benchmarks.Facts;
using Espero.Benchmarks.FlashOne;

return args switch
{
    ["flash-one", .. var rest] => await FlashOneBenchmark.RunAsync(rest, CancellationToken.None),
    ["facts", .. var rest] => await FactsBenchmark.RunAsync(rest, CancellationToken.None),

    // What flash-one starts as processes of their own, so that each is measured alone.
    [FlashFile.Command, var port, var partition, var image] => await FlashFile.RunAsync(port, partition, image, CancellationToken.None),
    [DiscardingPhone.Command, var maxDownloadBytes] => await DiscardingPhone.RunAsync(maxDownloadBytes, CancellationToken.None),
    _ => Explain(),
};

static int Explain()
{
    Console.Error.WriteLine("""
        Example: Espero.Benchmarks flash-one --phone out/espero-phone

        flash-one [--size MIB] [--part MIB] [--runs N] [--phone PATH]
            One virtual phone that discards over loopback TCP: Espero's flasher and Debian's fastboot in turn.
        """);
    return 2;
}
