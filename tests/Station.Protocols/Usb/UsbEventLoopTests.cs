using Espero.Station.Protocols.Usb;

namespace Espero.Station.Protocols.Tests.Usb;

public sealed class UsbEventLoopTests
{
    private const int InputOutput = -1;
    private const int Interrupted = -10;

    [Fact]
    public void An_error_that_stays_is_met_again_only_after_a_pause() =>
        Assert.True(TimeOf(meetings: 4, InputOutput) >= 3 * UsbEventLoop.PauseAfterError);

    [Theory]
    [InlineData(0)]
    [InlineData(Interrupted)]
    public void Events_and_interrupted_waits_need_no_pause(int code) =>
        Assert.True(TimeOf(meetings: 10_000, code) < 10_000 * UsbEventLoop.PauseAfterError);

    // Stopped inside the last meeting, so that no pause follows it.
    private static TimeSpan TimeOf(int meetings, int code)
    {
        UsbEventLoop loop = null!;
        loop = new UsbEventLoop(() =>
        {
            if (--meetings == 0)
            {
                loop.Stop();
            }

            return code;
        });
        var begun = TimeProvider.System.GetTimestamp();
        loop.Run();
        return TimeProvider.System.GetElapsedTime(begun);
    }
}
