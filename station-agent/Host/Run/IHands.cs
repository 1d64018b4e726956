using Espero.Plan.V1;

namespace Espero.Station.Run;

/// <summary>The people beside the phone.</summary>
internal interface IHands
{
    /// <summary>Shows what a person is to do. Ends when a person says that it is done, or with <paramref name="shown"/>.</summary>
    /// <param name="stepId">Names the request.</param>
    /// <param name="shown">Ends when the phone itself shows that it is done; never ends where it cannot.</param>
    Task WaitAsync(string stepId, Ask ask, Task shown, CancellationToken cancellationToken);
}
