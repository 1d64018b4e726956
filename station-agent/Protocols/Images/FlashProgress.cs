namespace Espero.Station.Protocols.Images;

/// <summary>How much of an image has been sent.</summary>
/// <param name="DoneBytes">In bytes of the image's file; what need not travel counts when it is passed over.</param>
/// <param name="TotalBytes">The size of the image's file.</param>
public readonly record struct FlashProgress(long DoneBytes, long TotalBytes);
