using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Espero.Station.Images;

internal static class ImagesServiceCollectionExtensions
{
    public static IServiceCollection AddImages(this IServiceCollection services, string directory) => services
        .AddGiven<ImageOptions, ImageOptionsCheck>(new ImageOptions())
        .AddSingleton<FilesAddress>()
        .AddSingleton<IImageFiles>(provider => provider.GetRequiredService<ImageStore>())
        .AddSingleton(provider =>
        {
            var paths = new ImagePaths(directory);
            return new ImageStore(
                paths,
                new LocalImageDisk(paths.Root),
                new HttpClient { Timeout = Timeout.InfiniteTimeSpan }, // the silence of a download is watched instead
                provider.GetRequiredService<FilesAddress>(),
                provider.GetRequiredService<ImageOptions>(),
                provider.GetRequiredService<TimeProvider>(),
                provider.GetRequiredService<Chance>().Next,
                provider.GetRequiredService<ILogger<ImageStore>>());
        });
}
