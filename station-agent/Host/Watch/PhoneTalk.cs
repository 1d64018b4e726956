using Espero.Plan.V1;

namespace Espero.Station.Watch;

/// <summary>The present conversation with a phone, in the language of the mode it is in. Over once the phone restarts. One owner.</summary>
internal abstract class PhoneTalk : IAsyncDisposable
{
    /// <summary>Whether the phone can still be spoken to in it.</summary>
    public abstract bool IsOpen { get; }

    /// <summary>Asks who the phone is and how it stands. Changes nothing on it.</summary>
    public abstract Task<TalkResult<PhoneSight>> LookAsync(CancellationToken cancellationToken);

    /// <summary>The little that shows whether the phone is the same and in the same mode.</summary>
    public abstract Task<TalkResult<PhoneSight>> GlanceAsync(CancellationToken cancellationToken);

    /// <summary>Asks for single facts that <see cref="LookAsync"/> did not bring; what the phone does not know stays out.</summary>
    public abstract Task<TalkResult<PhoneSight>> AskAsync(PhoneSight sight, IReadOnlyList<string> names, CancellationToken cancellationToken);

    /// <summary>How the battery is now, as far as this mode tells: cheap enough to be asked before every step.</summary>
    public abstract Task<TalkResult<PhoneSight>> FeelBatteryAsync(PhoneSight sight, CancellationToken cancellationToken);

    /// <summary>Restarts the phone. The conversation is over unless this fails.</summary>
    public abstract Task<TalkResult<bool>> RebootAsync(RebootTarget target, CancellationToken cancellationToken);

    public abstract ValueTask DisposeAsync();
}
