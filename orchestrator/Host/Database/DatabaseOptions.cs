using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Espero.Orchestrator.Database;

public sealed class DatabaseOptions
{
    public const string Section = "Database";

    /// <summary>Where PostgreSQL is, as Npgsql writes it. Without it nothing can be recorded, so nothing starts.</summary>
    [Required]
    public string ConnectionString { get; init; } = "";
}

[OptionsValidator]
internal sealed partial class DatabaseOptionsValidator : IValidateOptions<DatabaseOptions>;
