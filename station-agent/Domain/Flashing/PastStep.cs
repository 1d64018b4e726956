using Espero.Plan.V1;
using Espero.Station.Domain.Phones;

namespace Espero.Station.Domain.Flashing;

/// <summary>A step that was begun on the phone and has ended.</summary>
/// <param name="Facts">The phone's, as of its beginning: which slot was current then decides what it has written.</param>
/// <param name="IsDone">False when it failed: nobody knows how far it came.</param>
/// <param name="Seen">How surely it saw the system run; none unless it is a verify-boot.</param>
public sealed record PastStep(Step Step, PhoneFacts Facts, bool IsDone, Proof Seen);
