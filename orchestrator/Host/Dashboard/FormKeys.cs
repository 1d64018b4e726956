using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.Options;

namespace Espero.Orchestrator.Dashboard;

/// <summary>Keeps the keys of the forms in the orchestrator's own folder: a form that is open survives a restart.</summary>
internal sealed class FormKeys(IOptions<DashboardOptions> options, ILoggerFactory loggers) : IConfigureOptions<KeyManagementOptions>
{
    public void Configure(KeyManagementOptions keys) =>
        keys.XmlRepository = new FileSystemXmlRepository(new DirectoryInfo(options.Value.KeysFolder), loggers);
}
