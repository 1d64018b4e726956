using System.Collections.Immutable;

namespace Espero.VirtualPhone.Faults;

/// <summary>How a class of failure is brought about.</summary>
/// <param name="Code">The failure's code, such as <c>bootloader-locked</c>.</param>
/// <param name="Origin">Who brings it about.</param>
/// <param name="How">What the phone then does, or why no phone can.</param>
/// <param name="Faults">The faults to start the phone with; empty unless the origin is the phone.</param>
public sealed record FailureOnDemand(string Code, FailureOrigin Origin, string How, ImmutableArray<Fault> Faults);
