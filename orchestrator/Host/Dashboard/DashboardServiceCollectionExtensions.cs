using Espero.Orchestrator.Dashboard.Hands;
using Espero.Orchestrator.Dashboard.Live;
using Espero.Orchestrator.Dashboard.Phones;
using Espero.Orchestrator.Dashboard.Public;
using Espero.Orchestrator.Dashboard.Reading;
using Espero.Orchestrator.Dashboard.Requeue;
using Espero.Orchestrator.Dashboard.UnknownModels;
using Espero.Orchestrator.Dashboard.Unlocks;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Options;

namespace Espero.Orchestrator.Dashboard;

internal static class DashboardServiceCollectionExtensions
{
    /// <summary>The pages. They read what Jobs, Fleet and Links know.</summary>
    public static IServiceCollection AddDashboard(this IServiceCollection services)
    {
        services.AddOptions<DashboardOptions>().BindConfiguration(DashboardOptions.Section).ValidateOnStart();
        services.AddRazorComponents();
        services.AddAntiforgery(forms =>
        {
            forms.Cookie.Name = "espero-form";
            forms.Cookie.SameSite = SameSiteMode.Strict;
            forms.FormFieldName = "form";
        });
        services.AddResponseCompression(compression => compression.MimeTypes =
            ["text/html", "text/css", "text/javascript", "image/svg+xml"]);
        services.AddVisitorLimit();
        return services
            .AddSingleton<IValidateOptions<DashboardOptions>, DashboardOptionsValidator>()
            .AddSingleton<IConfigureOptions<KeyManagementOptions>, FormKeys>()
            .AddSingleton<AssetShelf>()
            .AddSingleton<PageEvents>()
            .AddSingleton<PageForms>()
            .AddSingleton<PostedForms>()
            .AddSingleton<SnapshotReader>()
            .AddSingleton<OverviewReader>()
            .AddSingleton<JobPageReader>()
            .AddSingleton<RequeueNotices>()
            .AddSingleton<OverviewAnswer>()
            .AddSingleton<JobAnswer>()
            .AddSingleton<VerdictAnswer>()
            .AddSingleton<PhoneAnswer>()
            .AddSingleton<UnknownModelsAnswer>()
            .AddSingleton<UnlocksReader>()
            .AddSingleton<UnlocksAnswer>()
            .AddSingleton<UnlockPosts>()
            .AddSingleton<HandledPost>()
            .AddSingleton<RequeuePost>()
            .AddSingleton<HandsPost>();
    }
}
