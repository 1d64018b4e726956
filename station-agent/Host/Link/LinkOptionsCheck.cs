using Microsoft.Extensions.Options;

namespace Espero.Station.Link;

[OptionsValidator]
internal sealed partial class LinkOptionsCheck : IValidateOptions<LinkOptions>;
