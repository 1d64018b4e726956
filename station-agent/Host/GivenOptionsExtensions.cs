using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Espero.Station;

internal static class GivenOptionsExtensions
{
    /// <summary>The host does not start with options that do not hold.</summary>
    public static IServiceCollection AddGiven<
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] TOptions,
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TCheck>(
        this IServiceCollection services, TOptions given)
        where TOptions : class
        where TCheck : class, IValidateOptions<TOptions>
    {
        services.AddOptions<TOptions>().ValidateOnStart();
        return services
            .AddSingleton(given)
            .AddSingleton<IValidateOptions<TOptions>, TCheck>()
            .AddSingleton<IOptionsFactory<TOptions>, GivenOptions<TOptions>>();
    }
}
