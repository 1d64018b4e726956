namespace Espero.Station.Recipes.Failures;

/// <summary>What a person reads, in one language; each a whole sentence.</summary>
public sealed record FailureText(string WhatHappened, string Why, string WhatToDo);
