using Espero.Plan.V1;

namespace Espero.Station.Run;

/// <summary>The people beside the phone.</summary>
internal interface IHands
{
    /// <summary>Whether anybody can be asked at all.</summary>
    bool CanBeAsked { get; }

    /// <summary>Shows what a person is to do.</summary>
    /// <param name="askId">Names the request, of which there is never another in the attempt.</param>
    /// <param name="within">How long it is waited for.</param>
    Task NeedAsync(string askId, Ask ask, TimeSpan within, CancellationToken cancellationToken);

    /// <summary>Ends when a person says that it is done, and gives their name.</summary>
    Task<string> SaidAsync(string askId, CancellationToken cancellationToken);

    /// <summary>It is done.</summary>
    /// <param name="saidBy">Empty when the phone itself shows it.</param>
    Task DoneAsync(string askId, string saidBy, CancellationToken cancellationToken);

    /// <summary>Returns when the attempt may work on its phone again, whether or not it was done.</summary>
    Task GoOnAsync(CancellationToken cancellationToken);
}
