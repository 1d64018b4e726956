using CliWrap;
using CliWrap.Buffered;
using CsCheck;
using Espero.Station.Protocols.Odin;

namespace Espero.Station.Protocols.Tests.Odin;

public sealed class PitTableTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public void Every_entry_is_read_with_its_size()
    {
        var table = PitTable.Parse(PitBytes.Example());

        Assert.Equal(
            [
                new PitEntry(false, PitDevice.Mmc, 80, 8192, "BOOTLOADER", "sboot.bin"),
                new PitEntry(false, PitDevice.Mmc, 10, 2048, "RECOVERY", "recovery.img"),
                new PitEntry(true, PitDevice.Mmc, 11, 4096, "RADIO", "modem.bin"),
                new PitEntry(false, PitDevice.Mmc, 25, 0, "USERDATA", ""),
            ],
            table.Entries);
        Assert.Equal(1 << 20, table.Find("RECOVERY")?.SizeBytes);
        Assert.Null(table.Find("USERDATA")?.SizeBytes);
        Assert.Null(table.Find("recovery"));
    }

    [Fact]
    public async Task Heimdall_itself_reads_the_same_names()
    {
        using var files = new TempFolder();
        var printed = await Cli.Wrap("heimdall").WithArguments(["print-pit", "--file", files.Write("table.pit", PitBytes.Example())])
            .ExecuteBufferedAsync(Stop);

        var names = printed.StandardOutput.Split('\n')
            .Where(line => line.StartsWith("Partition Name: ", StringComparison.Ordinal))
            .Select(line => line["Partition Name: ".Length..].Trim());
        Assert.Equal(names, PitTable.Parse(PitBytes.Example()).Entries.Select(entry => entry.Name));
    }

    [Fact]
    public void A_signature_behind_the_table_is_left_alone() =>
        Assert.Equal(4, PitTable.Parse([.. PitBytes.Example(), .. new byte[500]]).Entries.Length);

    [Fact]
    public void A_table_cut_short_anywhere_is_malformed()
    {
        var bytes = PitBytes.Example();
        for (var length = 0; length < bytes.Length; length++)
        {
            Assert.Throws<PitFormatException>(() => PitTable.Parse(bytes.AsSpan(0, length)));
        }
    }

    public static TheoryData<string, byte[]> Malformed() => new()
    {
        { "another magic", PitBytes.Header(0, magic: 0x12349877) },
        { "more entries than any phone has", [.. PitBytes.Header(513), .. new byte[513 * 132]] },
        { "a count that overflows", PitBytes.Header(uint.MaxValue) },
        { "a name of no letters", [.. PitBytes.Header(1), .. PitBytes.Entry("BO\nOT", 1)] },
        { "a file of no letters", [.. PitBytes.Header(1), .. PitBytes.Entry("BOOT", 1, file: "b\u00e9")] },
        { "more bytes than are read", [.. PitBytes.Example(), .. new byte[PitTable.MaxBytes]] },
    };

    [Theory]
    [MemberData(nameof(Malformed))]
    public void A_contradiction_is_a_format_error(string what, byte[] bytes)
    {
        Assert.NotNull(what);
        Assert.Throws<PitFormatException>(() => PitTable.Parse(bytes));
    }

    [Fact]
    public void Two_partitions_of_one_name_are_none() =>
        Assert.Null(PitTable.Parse([.. PitBytes.Header(2), .. PitBytes.Entry("BOOT", 1), .. PitBytes.Entry("BOOT", 2)]).Find("BOOT"));

    [Fact]
    public void Random_bytes_behind_a_valid_head_never_crash() =>
        Gen.Select(Gen.UInt[0, 600], Gen.Byte.Array[0, 1000]).Sample((count, body) =>
        {
            try
            {
                PitTable.Parse([.. PitBytes.Header(count), .. body]);
            }
            catch (PitFormatException)
            {
            }
        });
}
