using System.Security.Cryptography;
using Espero.Station.V1;
using Google.Protobuf;

namespace Espero.Station.Run;

/// <summary>Reads the plan out of an order, and trusts it only when its bytes have the hash that came with them.</summary>
internal static class WorkReader
{
    public const uint Format = 1;

    /// <summary>Null when bytes and hash differ, or the plan is written in words this station does not know.</summary>
    public static Plan.V1.Plan? Read(Work work)
    {
        if (!SHA256.HashData(work.Plan.Span).AsSpan().SequenceEqual(work.PlanSha256.Span))
        {
            return null;
        }

        try
        {
            var plan = Espero.Plan.V1.Plan.Parser.ParseFrom(work.Plan);
            return plan.Format == Format ? plan : null;
        }
        catch (InvalidProtocolBufferException)
        {
            return null;
        }
    }
}
