using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Espero.Orchestrator.Dashboard;

public sealed class DashboardOptions
{
    public const string Section = "Dashboard";

    /// <summary>Where the keys are kept that prove a form is ours. Lost, forms that are open have to be sent again; shown, others could forge them.</summary>
    [Required]
    public string KeysFolder { get; init; } = "";
}

[OptionsValidator]
internal sealed partial class DashboardOptionsValidator : IValidateOptions<DashboardOptions>;
