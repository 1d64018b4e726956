using Microsoft.Extensions.Options;

namespace Espero.Station.Run;

[OptionsValidator]
internal sealed partial class RunOptionsCheck : IValidateOptions<RunOptions>;
