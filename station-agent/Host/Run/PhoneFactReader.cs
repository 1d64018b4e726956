using Espero.Station.Domain.Phones;
using Espero.Station.Recipes.Facts;
using Espero.Station.Watch;

namespace Espero.Station.Run;

/// <summary>Gives what a bootloader says the names that recipes use.</summary>
internal static class PhoneFactReader
{
    public static PhoneFacts Of(PhoneSight sight) =>
        new(sight.Variables.Select(variable => KeyValuePair.Create($"{FactName.Getvar}.{variable.Key}", variable.Value)));
}
