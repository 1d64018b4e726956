using System.Text.Json;
using Espero.Station.Recipes.Failures;

namespace Espero.Cli.Tests;

public sealed class ExplainTests
{
    // Nothing listens there, and nothing needs to.
    private static readonly Uri Nobody = new("http://127.0.0.1:9");

    [Fact]
    public async Task A_code_is_explained_in_the_terminals_language_without_an_orchestrator()
    {
        var run = await CliRun.RunAsync(Nobody, "fr", typed: null, "explain", FailureCode.CableLost);

        Assert.Equal(ExitCode.Ok, run.ExitCode);
        Assert.Contains("cable-lost", run.Output, StringComparison.Ordinal);
        Assert.Contains("le câble ou la prise", run.Output, StringComparison.Ordinal);
        Assert.Contains(FailureCatalogue.Find(FailureCode.CableLost)!.French.WhatToDo, run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_language_can_be_chosen()
    {
        var run = await CliRun.RunAsync(Nobody, "fr", typed: null, "explain", FailureCode.BatteryHot, "--language", "en");

        Assert.Contains("Move away and call an adult", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Programs_get_every_class_as_one_line_of_json()
    {
        foreach (var failure in FailureCatalogue.All)
        {
            var run = await CliRun.RunAsync(Nobody, "en", typed: null, "explain", failure.Code, "-o", "json");

            using var json = JsonDocument.Parse(Assert.Single(run.Output.TrimEnd().Split('\n')));
            Assert.Equal(failure.Code, json.RootElement.GetProperty("code").GetString());
            Assert.Equal(failure.RaisesAlarm, json.RootElement.GetProperty("alarm").GetBoolean());
            Assert.Equal(failure.French.Why, json.RootElement.GetProperty("fr").GetProperty("why").GetString());
        }
    }

    [Theory]
    [InlineData("cabel-lost", "cable-lost")]
    [InlineData("batery-low", "battery-low")]
    public async Task A_mistyped_code_gets_the_nearest_one(string code, string nearest)
    {
        var run = await CliRun.RunAsync(Nobody, "en", typed: null, "explain", code);

        Assert.Equal((ExitCode.NotFound, ""), (run.ExitCode, run.Output));
        Assert.Contains($"\"{nearest}\"", run.Talk, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_like_no_other_is_not_found() =>
        Assert.Equal(ExitCode.NotFound, (await CliRun.RunAsync(Nobody, "en", typed: null, "explain", "zzzzzzzzzz")).ExitCode);
}
