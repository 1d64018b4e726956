using Espero.Orchestrator.Jobs.Unlocks;

namespace Espero.Orchestrator.Jobs;

internal static class JobsServiceCollectionExtensions
{
    public static IServiceCollection AddJobs(this IServiceCollection services) => services
        .AddSingleton<JobReader>()
        .AddSingleton<SubmitStore>()
        .AddSingleton<ReleaseStore>()
        .AddSingleton<HandBackStore>()
        .AddSingleton<CancelStore>()
        .AddSingleton<InspectStore>()
        .AddSingleton<HandsStore>()
        .AddSingleton<RequeueStore>()
        .AddSingleton<RequeueReader>()
        .AddSingleton<UnlockReader>()
        .AddSingleton<UnlockAccountStore>()
        .AddSingleton<UnlockRequestStore>()
        .AddSingleton<UnlockCodeSeal>()
        .AddSingleton<UnlockCodeStore>()
        .AddSingleton<LockedJobStore>();
}
