using Espero.Station.Recipes.Words;

namespace Espero.Station.Recipes.Failures;

/// <summary>One way in which an attempt or its preparation fails.</summary>
/// <param name="Code">Stable, kebab-case; travels in facts and is stored. See <see cref="FailureCode"/>.</param>
/// <param name="Stage">When in an attempt it shows itself.</param>
/// <param name="Side">Where the cause lies.</param>
/// <param name="Retry">Whether the step may be tried again inside the attempt.</param>
/// <param name="Actor">Who has to do something next.</param>
/// <param name="English">For people who read English.</param>
/// <param name="French">For people who read French.</param>
public sealed record FailureClass(
    string Code, FailureStage Stage, FailureSide Side, RetryRule Retry, FailureActor Actor, FailureText English, FailureText French)
{
    /// <summary>People may be in danger: everything on this port stops, and the station calls for an adult.</summary>
    public bool RaisesAlarm { get; init; }

    /// <summary>What happened, why, what to do and who acts, in both languages.</summary>
    public Sentence Sentences => new(SentencesIn("en"), SentencesIn("fr"));

    /// <summary>What happened and what to do about it, for somebody who is asked to do it now.</summary>
    public Sentence Wish => new($"{English.WhatHappened} {English.WhatToDo}", $"{French.WhatHappened} {French.WhatToDo}");

    /// <summary>What happened, why, what to do and who acts, for a language code such as "fr" or "en-GB"; English for others.</summary>
    public string SentencesIn(string language) => IsFrench(language)
        ? $"{French.WhatHappened} {French.Why} {French.WhatToDo} {ActorIn(language)}"
        : $"{English.WhatHappened} {English.Why} {English.WhatToDo} {ActorIn(language)}";

    /// <summary>Only what happened, for tables.</summary>
    public string TitleIn(string language) => IsFrench(language) ? French.WhatHappened : English.WhatHappened;

    /// <summary>Who acts, as a sentence.</summary>
    public string ActorIn(string language) => IsFrench(language) ? ActorInFrench() : ActorInEnglish();

    private string ActorInEnglish() => RaisesAlarm ? "An adult acts." : Actor switch
    {
        FailureActor.Espero => "Espero tries again by itself.",
        FailureActor.PersonAtStation => "The person at the station acts.",
        FailureActor.Operator => "An operator decides.",
        FailureActor.Technician => "Whoever looks after the station acts.",
        FailureActor.SourceWriter => "Whoever writes the recipe acts.",
    };

    private string ActorInFrench() => RaisesAlarm ? "C'est à un adulte d'agir." : Actor switch
    {
        FailureActor.Espero => "Espero réessaie tout seul.",
        FailureActor.PersonAtStation => "C'est à la personne devant le poste d'agir.",
        FailureActor.Operator => "C'est à un opérateur de décider.",
        FailureActor.Technician => "C'est à la personne qui entretient le poste d'agir.",
        FailureActor.SourceWriter => "C'est à la personne qui écrit la recette d'agir.",
    };

    private static bool IsFrench(string language) => language.StartsWith("fr", StringComparison.OrdinalIgnoreCase);
}
