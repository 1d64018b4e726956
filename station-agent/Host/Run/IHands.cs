using Espero.Plan.V1;

namespace Espero.Station.Run;

/// <summary>The people beside the phone.</summary>
internal interface IHands
{
    /// <summary>Shows what a person is to do.</summary>
    /// <param name="stepId">Names the request.</param>
    Task NeedAsync(string stepId, Ask ask, CancellationToken cancellationToken);

    /// <summary>Ends when a person says that it is done; never where nobody can say so and only the phone shows it.</summary>
    Task SaidAsync(CancellationToken cancellationToken);

    /// <summary>It is done, by what the phone shows or a person said.</summary>
    Task DoneAsync(string stepId, CancellationToken cancellationToken);

    /// <summary>Returns when the attempt may work on its phone again, whether or not it was done.</summary>
    Task GoOnAsync(CancellationToken cancellationToken);
}
