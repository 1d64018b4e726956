using Espero.Operations.V1;
using Espero.Orchestrator.Host.Tests.Operations;
using Espero.Orchestrator.Host.Tests.Seeding;
using Espero.Testing;

namespace Espero.Cli.Tests;

public sealed class CliTests(MigratedDatabase database) : IClassFixture<MigratedDatabase>, IAsyncLifetime
{
    private ApiHost _host = null!;

    public async ValueTask InitializeAsync() =>
        _host = await ApiHost.StartAsync(database.ConnectionString, TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task A_job_that_was_asked_for_is_in_the_list_in_both_formats()
    {
        var phoneId = await database.AddPhoneAsync();

        var flash = await RunAsync("flash", "--phone", phoneId.ToString(), "--build", MigratedDatabase.BuildId, "-o", "json");
        var table = await RunAsync("jobs", "--state", "waiting");
        var json = await RunAsync("jobs", "--site", MigratedDatabase.Site, "-o", "json");

        var job = SubmitJobResponse.Parser.ParseJson(flash.Output).Job;
        Assert.Equal((ExitCode.Ok, "camille"), (flash.ExitCode, await database.ReadAsync<string>("select submitted_by from job where job_id = $1", Guid.Parse(job.JobId))));
        Assert.Contains(job.JobId, table.Output, StringComparison.Ordinal);
        Assert.Contains(job, ListJobsResponse.Parser.ParseJson(json.Output).Jobs);
    }

    [Fact]
    public async Task A_second_job_for_the_phone_is_refused_with_the_id_of_the_first()
    {
        var phoneId = (await database.AddPhoneAsync()).ToString();
        var first = await RunAsync("flash", "--phone", phoneId, "--build", MigratedDatabase.BuildId, "-o", "json");

        var second = await RunAsync("flash", "--phone", phoneId, "--build", MigratedDatabase.BuildId);

        Assert.Equal((ExitCode.Refused, ""), (second.ExitCode, second.Output));
        Assert.Contains(SubmitJobResponse.Parser.ParseJson(first.Output).Job.JobId, second.Talk, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_id_may_be_typed_by_its_end()
    {
        var jobId = await database.AddJobAsync(await database.AddPhoneAsync(), "waiting");

        var shown = await RunAsync("job", jobId.ToString()[^12..]);

        Assert.Equal(ExitCode.Ok, shown.ExitCode);
        Assert.Contains(jobId.ToString(), shown.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ExitCode.NotFound, "job", "0190c2a4-7d3e-7a51-b6b5-2f1f1f0c9a77")]
    [InlineData(ExitCode.NotFound, "job", "abcdef")]
    [InlineData(ExitCode.Usage, "job", "abc")]
    [InlineData(ExitCode.Usage, "jobs", "--state", "nonsense")]
    [InlineData(ExitCode.Usage, "jobs", "-o", "xml")]
    [InlineData(ExitCode.Usage, "requeue", "--reason", "new cables")]
    [InlineData(ExitCode.Usage, "flsh")]
    [InlineData(ExitCode.Ok, "stations")]
    [InlineData(ExitCode.Ok, "phones", "--plugged-in")]
    [InlineData(ExitCode.Ok, "builds")]
    [InlineData(ExitCode.Ok, "--version")]
    public async Task The_exit_code_tells_a_script_how_it_ended(int exitCode, params string[] arguments) =>
        Assert.Equal(exitCode, (await RunAsync(arguments)).ExitCode);

    [Theory]
    [InlineData("flash")]
    [InlineData("builds", "add")]
    [InlineData("requeue")]
    [InlineData("stations", "reset")]
    public async Task Help_begins_with_an_example(params string[] command)
    {
        var help = await RunAsync([.. command, "--help"]);

        Assert.Equal(ExitCode.Ok, help.ExitCode);
        Assert.StartsWith($"Example: espero {string.Join(' ', command)}", help.Output.Replace("Description:", "", StringComparison.Ordinal).TrimStart(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_orchestrator_that_is_not_there_is_unreachable_in_the_persons_language()
    {
        var nowhere = new Uri($"http://127.0.0.1:{FreePort.Find()}");

        var run = await CliRun.RunAsync(nowhere, "fr", null, "jobs");

        Assert.Equal((ExitCode.Unreachable, ""), (run.ExitCode, run.Output));
        Assert.Contains("est injoignable", run.Talk, StringComparison.Ordinal);
        Assert.Contains("ESPERO_ORCHESTRATOR", run.Talk, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_script_that_leaves_a_check_out_is_refused_and_told_which()
    {
        var phoneId = (await database.AddPhoneAsync()).ToString();

        var run = await RunAsync("release", "--phone", phoneId, "--basis", "blank", "--by", "Camille Durand");

        Assert.Equal(ExitCode.Usage, run.ExitCode);
        Assert.Contains("battery", run.Talk, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_person_at_a_terminal_is_asked_what_is_missing()
    {
        var phoneId = (await database.AddPhoneAsync()).ToString();

        var run = await CliRun.RunAsync(
            _host.Grpc, "fr", "Camille Durand\no\noui\no\no\no\n", "release", "--phone", phoneId, "--basis", "owner-present");

        Assert.Equal(ExitCode.Ok, run.ExitCode);
        Assert.Contains("gonflée", run.Talk, StringComparison.Ordinal);
        Assert.Contains("Camille Durand", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_phone_that_is_handed_back_can_be_released_again()
    {
        var phoneId = (await database.AddPhoneAsync()).ToString();
        string[] release = ["release", "--phone", phoneId, "--basis", "blank", "--by", "Camille Durand", "--battery-not-swollen"];

        Assert.Equal(ExitCode.Ok, (await RunAsync(release)).ExitCode);
        Assert.Equal(ExitCode.Refused, (await RunAsync(release)).ExitCode);
        Assert.Equal(ExitCode.Ok, (await RunAsync("hand-back", "--phone", phoneId)).ExitCode);
        Assert.Equal(ExitCode.Ok, (await RunAsync(release)).ExitCode);
    }

    [Fact]
    public async Task Re_queuing_some_of_several_jobs_is_partly_done()
    {
        var failed = await database.AddJobAsync(await database.AddPhoneAsync(), "failed");
        var succeeded = await database.AddJobAsync(await database.AddPhoneAsync(), "succeeded");

        var run = await RunAsync("requeue", "--job", failed.ToString(), succeeded.ToString(), "--reason", "new cables");

        Assert.Equal(ExitCode.PartlyDone, run.ExitCode);
        Assert.Equal("waiting", await database.StateOfAsync(failed));
    }

    [Fact]
    public async Task A_cancelled_job_is_shown_as_such()
    {
        var jobId = await database.AddJobAsync(await database.AddPhoneAsync(), "waiting");

        var run = await CliRun.RunAsync(_host.Grpc, "fr", null, "cancel", jobId.ToString(), "--reason", "mauvais système");

        Assert.Equal(ExitCode.Ok, run.ExitCode);
        Assert.Contains("annulé", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_that_is_cut_says_so_and_all_of_it_is_read_page_by_page()
    {
        for (var phone = 0; phone < 203; phone++)
        {
            await database.RunAsync("insert into phone values ($1, null, $2, false, now(), now())", Guid.CreateVersion7(), MigratedDatabase.Site);
        }

        var cut = await RunAsync("phones");
        var whole = await RunAsync("phones", "--all");
        var json = await RunAsync("phones", "--all", "-o", "json");

        Assert.Contains("Add --all", cut.Talk, StringComparison.Ordinal);
        Assert.Equal((200, ""), (RowsOf(cut), whole.Talk));
        var answer = ListPhonesResponse.Parser.ParseJson(json.Output);
        Assert.Equal((RowsOf(whole), ""), (answer.Phones.Count, answer.NextPageToken));
        Assert.True(answer.Phones.DistinctBy(phone => phone.PhoneId).Count() >= 203);
    }

    [Fact]
    public async Task The_end_of_an_id_is_looked_for_beyond_the_first_page()
    {
        await database.RunAsync(
            "insert into phone select gen_random_uuid(), null, $1, false, now(), now() from generate_series(1, 1001)", MigratedDatabase.Site);
        await database.RunAsync(
            "insert into phone values ('00000000-0000-7000-8000-00000fedcba9', null, $1, false, now(), now())", MigratedDatabase.Site);

        var run = await RunAsync("hand-back", "--phone", "fedcba9");

        Assert.Equal(ExitCode.Refused, run.ExitCode); // found, and not released
    }

    private static int RowsOf(CliRun run) => run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length - 1;

    private Task<CliRun> RunAsync(params string[] arguments) => CliRun.RunAsync(_host.Grpc, arguments);
}
