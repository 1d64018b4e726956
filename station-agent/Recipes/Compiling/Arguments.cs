using System.Collections.Immutable;
using Espero.Plan.V1;
using Espero.Station.Recipes.Words;
using Google.Protobuf.WellKnownTypes;

namespace Espero.Station.Recipes.Compiling;

/// <summary>The checked values of one step's keys. A key that was not written gives the value that means "not said".</summary>
internal sealed class Arguments
{
    private readonly Dictionary<string, object> _values = new(StringComparer.Ordinal);

    public bool Has(string key) => _values.ContainsKey(key);

    public void Set(string key, object value) => _values[key] = value;

    public string Text(string key) => Get(key, "");

    public ImmutableArray<string> Texts(string key) => Get<ImmutableArray<string>>(key, []);

    public bool Flag(string key) => Get(key, false);

    public ulong SizeBytes(string key) => Get(key, 0UL);

    public Duration? Duration(string key) => _values.TryGetValue(key, out var value) ? ((TimeSpan)value).ToDuration() : null;

    public ImmutableArray<FactTest> Tests(string key) => Get<ImmutableArray<FactTest>>(key, []);

    public ImmutableArray<Unpack.Types.Member> Members(string key) => Get<ImmutableArray<Unpack.Types.Member>>(key, []);

    public T Choice<T>(string key, WordTable<T> table)
        where T : struct, System.Enum => Has(key) ? table.ValueOf(Text(key)) : default;

    public IEnumerable<T> Choices<T>(string key, WordTable<T> table)
        where T : struct, System.Enum => Texts(key).Select(table.ValueOf);

    private T Get<T>(string key, T otherwise) => _values.TryGetValue(key, out var value) ? (T)value : otherwise;
}
