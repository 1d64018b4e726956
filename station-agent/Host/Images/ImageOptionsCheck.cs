using Microsoft.Extensions.Options;

namespace Espero.Station.Images;

[OptionsValidator]
internal sealed partial class ImageOptionsCheck : IValidateOptions<ImageOptions>;
