using Espero.Plan.V1;
using Espero.Station.Watch;

namespace Espero.Station.Workbench;

/// <summary>One phone that hangs on this PC, as a person is told of it.</summary>
/// <param name="Port">The USB port's path, or the network address.</param>
/// <param name="Name">What it calls itself; may be empty.</param>
/// <param name="Obstacle">Why it cannot be worked with now; null when it can.</param>
internal sealed record SeenPhone(string Port, PhoneMode Mode, string Name, TalkError? Obstacle);
