namespace Espero.Fuzz;

/// <summary>Feeds a parser with inputs until one of them breaks it or all are used up. In this process, on this thread.</summary>
public static class Fuzzer
{
    // The first input pays for what is compiled and loaded once.
    private const int WarmUp = 100;

    /// <param name="begins">Told the number of each input before it is read.</param>
    public static FuzzReport Run(FuzzTarget target, Action<byte[]> parse, long count, int seed, Action<long>? begins = null)
    {
        var inputs = new InputMaker(target.Corpus, new Random(seed));
        var (accepted, most) = (0L, 0L);
        for (var index = 0L; index < count; index++)
        {
            var input = inputs.Next();
            begins?.Invoke(index);
            var before = GC.GetAllocatedBytesForCurrentThread();
            var (isAccepted, crash) = Feed(target, parse, input);
            var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            accepted += isAccepted ? 1 : 0;
            most = index < WarmUp ? most : Math.Max(most, allocated);
            if (crash is null && index >= WarmUp && allocated > target.MaxAllocatedBytes)
            {
                crash = $"It allocated {allocated} bytes.";
            }

            if (crash is not null)
            {
                return new FuzzReport(index + 1, accepted, most, new FuzzCrash(index, input, crash));
            }
        }

        return new FuzzReport(count, accepted, most, Crash: null);
    }

    private static (bool Accepted, string? Crash) Feed(FuzzTarget target, Action<byte[]> parse, byte[] input)
    {
        try
        {
            parse(input);
            return (true, null);
        }
        catch (Exception exception)
        {
            return (false, target.Refuses(exception) ? null : exception.ToString());
        }
    }
}
