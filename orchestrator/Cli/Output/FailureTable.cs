using Espero.Station.Recipes.Failures;

namespace Espero.Cli.Output;

/// <summary>A failure class for people, line by line.</summary>
internal static class FailureTable
{
    public static void Write(FailureClass failure, string language, TextWriter writer)
    {
        var text = language == "fr" ? failure.French : failure.English;
        (Sentence Name, string Value)[] lines =
        [
            (new("class", "panne"), failure.Code),
            (new("stage", "étape"), FailureWords.Of(failure.Stage).In(language)),
            (new("side", "côté"), FailureWords.Of(failure.Side).In(language)),
            (new("retry", "réessai"), FailureWords.Of(failure.Retry).In(language)),
            (new("what happened", "ce qui s'est passé"), text.WhatHappened),
            (new("why", "pourquoi"), text.Why),
            (new("what to do", "que faire"), text.WhatToDo),
            (new("who acts", "qui agit"), failure.ActorIn(language)),
        ];
        var width = lines.Max(line => line.Name.In(language).Length);
        foreach (var (name, value) in lines)
        {
            writer.WriteLine($"{name.In(language).PadRight(width)}  {value}");
        }
    }
}
