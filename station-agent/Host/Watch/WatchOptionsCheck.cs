using Microsoft.Extensions.Options;

namespace Espero.Station.Watch;

[OptionsValidator]
internal sealed partial class WatchOptionsCheck : IValidateOptions<WatchOptions>;
