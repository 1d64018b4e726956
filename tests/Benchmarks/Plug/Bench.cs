using Espero.Operations.V1;
using Espero.Testing.Waiting;

namespace Espero.Benchmarks.Plug;

/// <summary>What a person at the orchestrator does around the measured moment.</summary>
internal sealed class Bench(OperationsService.OperationsServiceClient operations, TimeProvider time)
{
    private const string Person = "benchmark, for its own virtual phones";
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    /// <summary>Waits until the station shows a phone that is recognised, and releases it.</summary>
    public async Task<string> ReleaseAsync(CancellationToken cancellationToken)
    {
        var phone = await Eventually.GetsAsync(
            "a phone that is plugged in",
            async token => (await PluggedInAsync(token)).FirstOrDefault(phone => phone.Model.Length > 0), Limit, time, cancellationToken);
        await operations.ReleasePhoneAsync(
            new() { PhoneId = phone.PhoneId, Basis = Basis.Blank, ReleasedBy = Person, Checks = new() { BatteryNotSwollen = true } },
            cancellationToken: cancellationToken);
        return phone.PhoneId;
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

    public Task SeeItWrittenAsync(string jobId, CancellationToken cancellationToken) => Eventually.HoldsAsync(
        "the job is written",
        async token => (await operations.GetJobAsync(new() { JobId = jobId }, cancellationToken: token)).Job.State is JobState.Written,
        Limit, time, cancellationToken);

    private async Task<IReadOnlyCollection<Phone>> PluggedInAsync(CancellationToken cancellationToken) =>
        (await operations.ListPhonesAsync(new() { PluggedInOnly = true }, cancellationToken: cancellationToken)).Phones;
}
