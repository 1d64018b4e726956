using System.Text;
using System.Text.Json;

namespace Espero.Station.Workbench;

/// <summary>JSON for programs, written field by field: the station is compiled ahead of time and reflects on nothing.</summary>
internal static class JsonOutput
{
    public static string Write(Action<Utf8JsonWriter> write, bool isIndented = false)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, new JsonWriterOptions { Indented = isIndented }))
        {
            write(json);
        }

        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    /// <summary>A list of objects.</summary>
    public static void WriteAll<T>(this Utf8JsonWriter json, IEnumerable<T> items, Action<T> writeFields)
    {
        json.WriteStartArray();
        foreach (var item in items)
        {
            json.WriteStartObject();
            writeFields(item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
