using System.Security.Cryptography;
using Espero.Plan.V1;
using Espero.Station.V1;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;

namespace Espero.Benchmarks.Facts;

/// <summary>What a station says while it writes its phones, eight of them at once.</summary>
internal static class FactScript
{
    public const int FactsPerAttempt = 8;
    private const int PhonesAtOnce = 8;
    private const int LogLines = 12;
    private static readonly string[] Steps = ["fetch", "assert-product", "flash-boot", "flash-system", "erase-userdata", "reboot-system"];

    /// <summary>The facts of these attempts without sequence and times, in the order of a station that works at several at once.</summary>
    public static IEnumerable<Fact> Of(IEnumerable<SeededJob> jobs) =>
        jobs.Chunk(PhonesAtOnce).SelectMany(together =>
            Enumerable.Range(0, FactsPerAttempt).SelectMany(place => together.Select(job => At(place, job))));

    private static Fact At(int place, SeededJob job)
    {
        var attempt = new AttemptKey { JobId = job.JobId.ToString(), Epoch = 1 };
        return place switch
        {
            0 => new Fact { AttemptBegun = new() { Attempt = attempt, PhoneId = job.PhoneId.ToString(), PortPath = job.PortPath } },
            FactsPerAttempt - 1 => new Fact { AttemptEnded = Ended(attempt) },
            _ => new Fact
            {
                StepEnded = new()
                {
                    Attempt = attempt,
                    StepId = Steps[place - 1],
                    Result = StepEnded.Types.Result.Done,
                    Took = Duration.FromTimeSpan(TimeSpan.FromSeconds(9.5)),
                    WrittenBytes = 50_331_648,
                },
            },
        };
    }

    private static AttemptEnded Ended(AttemptKey attempt)
    {
        var log = string.Join('\n', Enumerable.Range(1, LogLines).Select(line =>
            $"2026-08-12T09:31:{line:00}.250Z flash system: part {line} of {LogLines}, 33554432 bytes, OKAY after 1.104 s"));
        return new()
        {
            Attempt = attempt,
            Outcome = Outcome.Written,
            Proof = Proof.None,
            PassedPointOfNoReturn = true,
            LogSha256 = ByteString.CopyFrom(SHA256.HashData(attempt.ToByteArray())),
            LogTail = log,
            Took = Duration.FromTimeSpan(TimeSpan.FromMinutes(3)),
        };
    }
}
