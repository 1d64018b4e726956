using System.Reflection;
using Espero.Station.Recipes.Failures;

namespace Espero.Station.Recipes.Tests.Failures;

public sealed class FailureCatalogueTests
{
    [Fact]
    public void Every_code_has_its_class_and_every_class_its_code() =>
        Assert.Equal(Codes().Order(StringComparer.Ordinal), FailureCatalogue.All.Select(failure => failure.Code).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_class_is_found_by_its_code() =>
        Assert.All(FailureCatalogue.All, failure => Assert.Same(failure, FailureCatalogue.Find(failure.Code)));

    [Fact]
    public void A_code_of_a_newer_version_is_not_found() => Assert.Null(FailureCatalogue.Find("made-up"));

    [Fact]
    public void Codes_are_kebab_case() =>
        Assert.All(FailureCatalogue.All, failure => Assert.Matches("^[a-z]+(-[a-z]+)*$", failure.Code));

    [Fact]
    public void Every_class_says_what_happened_why_and_what_to_do_in_whole_sentences() =>
        Assert.All(FailureCatalogue.All.SelectMany(failure => new[] { failure.English, failure.French }), text =>
            Assert.All(new[] { text.WhatHappened, text.Why, text.WhatToDo }, sentence =>
            {
                Assert.True(char.IsUpper(sentence[0]), sentence);
                Assert.EndsWith(".", sentence, StringComparison.Ordinal);
                Assert.True(sentence.Length > 15, sentence);
            }));

    [Fact]
    public void No_text_speaks_of_an_unknown_error() =>
        Assert.All(FailureCatalogue.All, failure =>
        {
            Assert.DoesNotContain("unknown error", failure.SentencesIn("en"), StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("erreur inconnue", failure.SentencesIn("fr"), StringComparison.OrdinalIgnoreCase);
        });

    [Fact]
    public void Every_class_has_its_own_texts()
    {
        Assert.Distinct(FailureCatalogue.All.Select(failure => failure.English.WhatHappened));
        Assert.Distinct(FailureCatalogue.All.Select(failure => failure.French.WhatHappened));
    }

    [Fact]
    public void The_sentences_end_with_who_acts() =>
        Assert.All(FailureCatalogue.All, failure => Assert.EndsWith(failure.ActorIn("fr"), failure.SentencesIn("fr-FR"), StringComparison.Ordinal));

    private static IEnumerable<string> Codes() => typeof(FailureCode)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (string)field.GetRawConstantValue()!);
}
