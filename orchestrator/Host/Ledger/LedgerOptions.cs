using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Espero.Orchestrator.Ledger;

public sealed class LedgerOptions
{
    public const string Section = "Ledger";

    /// <summary>Where RabbitMQ is: amqp://user:password@host:port/virtual-host. Without it facts stay at the stations.</summary>
    [Required]
    public string Bus { get; init; } = "";

    /// <summary>The queue of the facts. Replicas share it; two fleets on one broker must not.</summary>
    [Required]
    [RegularExpression("^[a-z0-9-]{1,100}$")]
    public string QueueName { get; init; } = "espero-ledger";

    /// <summary>
    /// How many facts may wait for the broker. Too small: stations send again after 30 s what was dropped. Too big: memory,
    /// some 1 KiB each.
    /// </summary>
    [Range(100, 1_000_000)]
    public int MaxQueuedFacts { get; init; } = 20_000;

    /// <summary>How long to gather facts into one message. Too small: more messages than the broker likes. Too big: late cursors.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:00:01")]
    public TimeSpan GatherTime { get; init; } = TimeSpan.FromMilliseconds(5);

    /// <summary>How many facts one message may carry. Too big: one commit holds many jobs' locks for long.</summary>
    [Range(1, 5_000)]
    public int MaxFactsPerMessage { get; init; } = 500;
}

[OptionsValidator]
internal sealed partial class LedgerOptionsValidator : IValidateOptions<LedgerOptions>;
