using Espero.Operations.V1;
using Espero.Testing.Waiting;

namespace Espero.Benchmarks.Orchestrated;

/// <summary>What a person at the orchestrator does around the measured moment.</summary>
internal sealed class Bench(OperationsService.OperationsServiceClient operations, TimeProvider time)
{
    private const string Person = "benchmark, for its own virtual phones";
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    /// <summary>Waits until the station shows a phone that is recognised, and releases it.</summary>
    public async Task<string> ReleaseAsync(CancellationToken cancellationToken)
    {
        var phone = await Eventually.GetsAsync(
            "a phone that is plugged in",
            async token => (await PluggedInAsync(token)).FirstOrDefault(phone => phone.Model.Length > 0), Limit, time, cancellationToken);
        await ReleaseAsync(phone.PhoneId, cancellationToken);
        return phone.PhoneId;
    }

    public async Task ReleaseAsync(string phoneId, CancellationToken cancellationToken) => await operations.ReleasePhoneAsync(
        new() { PhoneId = phoneId, Basis = Basis.Blank, ReleasedBy = Person, Checks = new() { BatteryNotSwollen = true } },
        cancellationToken: cancellationToken);

    /// <summary>Waits until the station shows so many phones, all recognised; their ids, by their port.</summary>
    public async Task<IReadOnlyList<string>> SeePhonesAsync(int count, CancellationToken cancellationToken)
    {
        IReadOnlyCollection<Phone> phones = [];
        await Eventually.HoldsAsync(
            $"{count} phones are recognised",
            async token => (phones = await PluggedInAsync(token)).Count(phone => phone.Model.Length > 0) == count,
            Limit, time, cancellationToken);
        return [.. phones.OrderBy(phone => phone.PortNumber).Select(phone => phone.PhoneId)];
    }

    public Task SeeItGoneAsync(CancellationToken cancellationToken) => Eventually.HoldsAsync(
        "the phone is unplugged", async token => (await PluggedInAsync(token)).Count == 0, Limit, time, cancellationToken);

    public async Task<string> SubmitAsync(string phoneId, string buildId, CancellationToken cancellationToken)
    {
        var submitted = await operations.SubmitJobAsync(
            new() { PhoneId = phoneId, BuildId = buildId, SubmittedBy = Person, IdempotencyKey = $"{Guid.NewGuid()}" },
            cancellationToken: cancellationToken);
        return submitted.Job.JobId;
    }

    /// <summary>Waits until its files are at the station and nothing speaks against it.</summary>
    public Task SeeItPreparedAsync(string jobId, CancellationToken cancellationToken) =>
        SeeAsync(jobId, "the job is prepared", job => job.Prepared, cancellationToken);

    public Task SeeItWrittenAsync(string jobId, CancellationToken cancellationToken) =>
        SeeAsync(jobId, "the job is written", job => job.State is JobState.Written, cancellationToken);

    private Task SeeAsync(string jobId, string what, Func<Job, bool> holds, CancellationToken cancellationToken) => Eventually.HoldsAsync(
        what, async token => holds((await operations.GetJobAsync(new() { JobId = jobId }, cancellationToken: token)).Job),
        Limit, time, cancellationToken);

    private async Task<IReadOnlyCollection<Phone>> PluggedInAsync(CancellationToken cancellationToken) =>
        (await operations.ListPhonesAsync(new() { PluggedInOnly = true }, cancellationToken: cancellationToken)).Phones;
}
