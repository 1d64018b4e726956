using Microsoft.Extensions.Options;

namespace Espero.Station.Journal;

[OptionsValidator]
internal sealed partial class JournalOptionsCheck : IValidateOptions<JournalOptions>;
