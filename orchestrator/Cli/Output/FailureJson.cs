using System.Text.Json;
using Espero.Station.Recipes.Failures;

namespace Espero.Cli.Output;

/// <summary>A failure class for programs, on one line and in both languages; it only ever grows.</summary>
internal static class FailureJson
{
    public static void Write(FailureClass failure, TextWriter output) => JsonLine.Write(output, json =>
    {
        json.WriteString("code", failure.Code);
        json.WriteString("stage", Word(failure.Stage.ToString()));
        json.WriteString("side", Word(failure.Side.ToString()));
        json.WriteString("retry", Word(failure.Retry.ToString()));
        json.WriteString("actor", Word(failure.Actor.ToString()));
        json.WriteBoolean("alarm", failure.RaisesAlarm);
        Write(json, "en", failure.English);
        Write(json, "fr", failure.French);
    });

    private static void Write(Utf8JsonWriter json, string language, FailureText text)
    {
        json.WriteStartObject(language);
        json.WriteString("whatHappened", text.WhatHappened);
        json.WriteString("why", text.Why);
        json.WriteString("whatToDo", text.WhatToDo);
        json.WriteEndObject();
    }

    private static string Word(string name) => JsonNamingPolicy.KebabCaseLower.ConvertName(name);
}
