namespace Espero.Station.Recipes.Failures;

/// <summary>Where the cause of a failure lies; never a matter of guilt.</summary>
public enum FailureSide
{
    Phone,
    Cable,
    Image,
    Recipe,
    Station,
    Network,
    Person,
}
