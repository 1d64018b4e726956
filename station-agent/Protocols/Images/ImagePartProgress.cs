namespace Espero.Station.Protocols.Images;

/// <summary>Turns the bytes of one part's download into bytes of the whole image.</summary>
internal sealed class ImagePartProgress(IProgress<FlashProgress> whole, long imageBytes, double from, double to, long partBytes)
    : IProgress<long>
{
    public static ImagePartProgress? Of(IProgress<FlashProgress>? whole, long imageBytes, double from, double to, long partBytes) =>
        whole is null ? null : new ImagePartProgress(whole, imageBytes, from, to, partBytes);

    public void Report(long value)
    {
        var done = from + ((to - from) * value / partBytes);
        whole.Report(new FlashProgress((long)(imageBytes * done), imageBytes));
    }
}
