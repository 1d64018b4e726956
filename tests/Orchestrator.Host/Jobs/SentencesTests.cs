using System.Reflection;
using Espero.Orchestrator.Answers;
using Espero.Orchestrator.Contracts;
using Espero.Orchestrator.Dashboard.Reading;
using Espero.Orchestrator.Dashboard.Views;
using Espero.Orchestrator.Domain.Jobs;
using Espero.Orchestrator.Domain.Releases;
using Espero.Orchestrator.Jobs;
using Espero.Orchestrator.Operations;
using Espero.Station.Recipes.Failures;
using Espero.Station.Recipes.Words;

namespace Espero.Orchestrator.Host.Tests.Jobs;

public sealed class SentencesTests
{
    [Theory]
    [InlineData(typeof(JobRefusals))]
    [InlineData(typeof(RequestSentences))]
    [InlineData(typeof(FleetSentences))]
    public void Every_refusal_is_whole_in_both_languages(Type catalogue)
    {
        var sentences = catalogue.GetMethods(BindingFlags.Static | BindingFlags.Public)
            .Select(method => method.Invoke(null, [.. method.GetParameters().Select(Sample)]))
            .Select(made => made as Sentence ?? ((Refusal)made!).Sentence)
            .ToArray();

        Assert.NotEmpty(sentences);
        Assert.All(sentences, AssertWhole);
    }

    [Theory]
    [InlineData("job-too-old")]
    [InlineData("late-success:1")]
    public void An_alert_is_a_sentence_without_its_code(string alert)
    {
        var why = JobWhy.Of(Job(JobState.Queued, null) with { Alert = alert }, TimeProvider.System);

        AssertWhole(why);
        Assert.DoesNotContain(alert, why.English + why.French, StringComparison.Ordinal);
    }

    [Fact]
    public void A_job_that_is_stopped_for_its_maker_says_when_it_stops_and_comes_back_on_its_date_while_there_is_one()
    {
        var now = TimeProvider.System.GetUtcNow();
        var job = Job(JobState.Granted, null) with { Asked = "postpone", AskedBy = "Camille Durand" };
        var waiting = JobWhy.Of(job with { NotBefore = now.AddDays(30) }, TimeProvider.System);
        var answered = JobWhy.Of(job with { NotBefore = now.AddSeconds(-1) }, TimeProvider.System);

        AssertWhole(waiting);
        AssertWhole(answered);
        Assert.Contains("Le poste s'arrête si rien d'irréversible n'a commencé", waiting.French, StringComparison.Ordinal);
        Assert.Contains("reprendra d'elle-même le ", waiting.French, StringComparison.Ordinal);
        Assert.Contains("reprendra d'elle-même. ", answered.French, StringComparison.Ordinal);
    }

    [Fact]
    public void A_date_is_said_in_the_time_of_the_sites()
    {
        var time = new SiteTime(TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris"));

        Assert.Contains("avant le 1 janv. 1970 à 01:00,", JobWhy.Of(Job(JobState.Waiting, WaitsFor.Date), time).French, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_state_of_a_job_says_why_in_both_languages()
    {
        var jobs = from state in Enum.GetValues<JobState>()
                   from waitsFor in Enum.GetValues<WaitsFor>()
                   select Job(state, state is JobState.Waiting ? waitsFor : null);

        Assert.All(jobs, job => AssertWhole(JobWhy.Of(job, TimeProvider.System)));
    }

    [Fact]
    public void A_refused_preparation_comes_before_what_the_job_waits_for() =>
        Assert.StartsWith(
            "Its preparation found",
            JobWhy.Of(Job(JobState.Waiting, WaitsFor.Release) with { Refusals = [new PlanRefusal("wrong-phone", "", "")] }, TimeProvider.System).English,
            StringComparison.Ordinal);

    [Theory]
    [InlineData(WaitsFor.Date, "It may not start before")]
    [InlineData(WaitsFor.Maker, "The phone is locked, and its maker")]
    public void A_job_that_waits_for_its_maker_says_so_before_what_a_station_once_found(WaitsFor waitsFor, string beginning)
    {
        var job = Job(JobState.Waiting, waitsFor) with { Refusals = [new PlanRefusal("bootloader-locked", "", "")] };

        Assert.StartsWith(beginning, JobWhy.Of(job, TimeProvider.System).English, StringComparison.Ordinal);
        Assert.NotEqual(Look.Refused, JobLook.Of(job));
    }

    [Fact]
    public void Every_fault_of_a_release_is_whole_in_both_languages() =>
        AssertWhole(ReleaseSentences.Refuse(Enum.GetValues<ReleaseFault>()).Sentence);

    [Fact]
    public void What_is_in_a_phones_way_is_said_in_the_words_of_its_class()
    {
        var why = JobWhy.Of(Job(JobState.Waiting, WaitsFor.Release) with { PhoneObstacle = FailureCode.PhoneNotAuthorized }, TimeProvider.System);

        Assert.Equal(FailureCatalogue.Find(FailureCode.PhoneNotAuthorized)!.Sentences, why);
    }

    private static void AssertWhole(Sentence sentence)
    {
        Assert.NotEqual(sentence.English, sentence.French);
        Assert.All([sentence.English, sentence.French], text => Assert.Matches(@"^\p{Lu}?.{20,}[.!?]$", text));
    }

    private static object Sample(ParameterInfo parameter) => parameter.ParameterType switch
    {
        var type when type == typeof(Guid) => Guid.Empty,
        var type when type == typeof(int) => 7,
        var type when type == typeof(JobState) => JobState.Failed,
        var type when type == typeof(Sentence) => new Sentence("12 Mar, 14:05", "12 mars à 14:05"),
        _ => "sample",
    };

    private static JobView Job(JobState state, WaitsFor? waitsFor) => new()
    {
        JobId = Guid.Empty,
        PhoneId = Guid.Empty,
        PhoneLabel = "virtual-a",
        SiteId = "lyon",
        BuildId = "",
        BuildLabel = "demo 1",
        State = state,
        WaitsFor = waitsFor,
        Epoch = 1,
        StationId = "lyon-1",
        PortPath = "1-2",
        FailureClass = null,
        Proof = null,
        NotBefore = DateTimeOffset.UnixEpoch,
        Asked = null,
        AskedBy = null,
        Hands = null,
        Alert = null,
        Prepared = true,
        Refusals = [],
        PhoneSiteId = "lyon",
        PhoneObstacle = null,
        PhoneReleased = false,
        SubmittedBy = "Camille Durand",
        CreatedAt = DateTimeOffset.UnixEpoch,
        ChangedAt = DateTimeOffset.UnixEpoch,
    };
}
