using Espero.Orchestrator.Answers;
using Espero.Orchestrator.Domain.Jobs;
using Espero.Orchestrator.Host.Tests.Seeding;
using Espero.Orchestrator.Jobs;

namespace Espero.Orchestrator.Host.Tests.Jobs;

public sealed class SubmitStoreTests(MigratedDatabase database) : IClassFixture<MigratedDatabase>
{
    private readonly SubmitStore _store = new(database.Source, new JobReader(database.Source), TimeProvider.System);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_new_job_waits_for_the_release_of_its_phone()
    {
        var answer = await _store.SubmitAsync(Wish(await database.AddPhoneAsync()), Token);

        Assert.Equal((JobState.Waiting, WaitsFor.Release), (answer.Value!.State, answer.Value.WaitsFor!.Value));
    }

    [Fact]
    public async Task A_job_for_a_phone_that_is_not_plugged_in_waits_for_it()
    {
        var phoneId = await database.AddPhoneAsync();
        await database.RunAsync("delete from port where phone_id = $1", phoneId);

        var answer = await _store.SubmitAsync(Wish(phoneId), Token);

        Assert.Equal(WaitsFor.Phone, answer.Value!.WaitsFor);
    }

    [Fact]
    public async Task The_same_key_many_times_at_once_makes_one_job()
    {
        var wish = Wish(await database.AddPhoneAsync());

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => _store.SubmitAsync(wish, Token)));

        Assert.Single(answers.Select(answer => answer.Value!.JobId).Distinct());
        Assert.Equal(1, await database.ReadAsync<long>("select count(*) from job where phone_id = $1", wish.PhoneId));
    }

    [Fact]
    public async Task Many_wishes_for_one_phone_at_once_make_one_job()
    {
        var phoneId = await database.AddPhoneAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => _store.SubmitAsync(Wish(phoneId), Token)));

        var made = Assert.Single(answers, answer => answer.IsGranted);
        Assert.All(
            answers.Where(answer => !answer.IsGranted),
            answer => Assert.Contains(made.Value!.JobId.ToString(), answer.Refusal!.Sentence.English, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_key_that_served_another_wish_is_refused()
    {
        var wish = Wish(await database.AddPhoneAsync());
        await _store.SubmitAsync(wish, Token);

        var answer = await _store.SubmitAsync(wish with { PhoneId = await database.AddPhoneAsync() }, Token);

        Assert.Equal(RefusalKind.Forbidden, answer.Refusal!.Kind);
    }

    [Fact]
    public async Task A_phone_of_another_model_is_refused()
    {
        var phoneId = await database.AddPhoneAsync();
        await database.RunAsync("update phone set model = 'other/phone' where phone_id = $1", phoneId);

        var answer = await _store.SubmitAsync(Wish(phoneId), Token);

        Assert.Contains("other/phone", answer.Refusal!.Sentence.French, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_phone_whose_model_nobody_knows_is_refused()
    {
        var phoneId = await database.AddPhoneAsync();
        await database.RunAsync("update phone set model = null where phone_id = $1", phoneId);

        Assert.Equal(RefusalKind.Forbidden, (await _store.SubmitAsync(Wish(phoneId), Token)).Refusal!.Kind);
    }

    [Fact]
    public async Task A_phone_or_a_build_that_does_not_exist_is_not_found()
    {
        var phoneId = await database.AddPhoneAsync();

        Assert.Equal(RefusalKind.NotFound, (await _store.SubmitAsync(Wish(Guid.CreateVersion7()), Token)).Refusal!.Kind);
        Assert.Equal(RefusalKind.NotFound, (await _store.SubmitAsync(Wish(phoneId) with { BuildId = new string('f', 64) }, Token)).Refusal!.Kind);
    }

    private static SubmitWish Wish(Guid phoneId) => new(phoneId, MigratedDatabase.BuildId, "Camille Durand", Guid.CreateVersion7());
}
