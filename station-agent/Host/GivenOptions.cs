using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Options;

namespace Espero.Station;

/// <summary>Options whose values the program gives: checked before anything starts, all errors in one report.</summary>
internal sealed class GivenOptions<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] TOptions>(
    TOptions given, IEnumerable<IValidateOptions<TOptions>> checks) : OptionsFactory<TOptions>([], [], checks)
    where TOptions : class
{
    protected override TOptions CreateInstance(string name) => given;
}
