using Espero.EndToEnd.Tests.Site;

namespace Espero.EndToEnd.Tests;

/// <summary>Two stations with four phones each, all written at once, and a ninth that nobody ever released.</summary>
public sealed class EightPhones : IAsyncLifetime
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    internal EsperoSite Site { get; private set; } = null!;

    /// <summary>Each released phone and its job.</summary>
    internal IReadOnlyDictionary<TrialPhone, Guid> Jobs { get; private set; } = new Dictionary<TrialPhone, Guid>();

    internal TrialPhone Unreleased { get; private set; } = null!;

    /// <summary>Not plugged in yet.</summary>
    internal TrialPhone Spare { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        Site = await EsperoSite.StartAsync(cancellationToken);
        var phones = Enumerable.Range(0, 8).Select(_ => Site.AddPhone()).ToArray();
        Unreleased = Site.AddPhone();
        Spare = Site.AddPhone();
        foreach (var phone in phones.Append(Unreleased))
        {
            phone.KeepOwnersData();
            phone.Start();
        }

        Site.AddStation("left", phones[..4]).Start();
        Site.AddStation("right", [.. phones[4..], Unreleased, Spare]).Start();
        var jobs = new Dictionary<TrialPhone, Guid>();
        foreach (var phone in phones)
        {
            jobs[phone] = await Site.ReleaseAndFlashAsync(phone, cancellationToken);
        }

        Jobs = jobs;
        foreach (var job in jobs.Values)
        {
            await Site.UntilJobIsAsync(job, "written", Limit, cancellationToken);
        }
    }

    public ValueTask DisposeAsync() => Site.DisposeAsync();
}
