namespace Espero.Station.Recipes.Failures;

/// <summary>Who has to do something next.</summary>
public enum FailureActor
{
    /// <summary>Nobody: Espero tries again.</summary>
    Espero,

    /// <summary>The person who stands at the station.</summary>
    PersonAtStation,

    /// <summary>The person who watches jobs on the screens.</summary>
    Operator,

    /// <summary>Whoever looks after the stations.</summary>
    Technician,

    /// <summary>Whoever writes the recipes.</summary>
    SourceWriter,
}
