namespace Espero.Station.Workbench.Doctor;

internal enum Health
{
    Good,

    /// <summary>Works, but not as well as it could.</summary>
    Doubtful,

    /// <summary>Phones cannot be written like this.</summary>
    Bad,
}
