using Google.Protobuf;

namespace Espero.Cli.Output;

/// <summary>Writes an answer: as JSON whole, or as the table its command makes of it.</summary>
internal sealed class Printer(OutputFormat format, Surroundings surroundings)
{
    private static readonly JsonFormatter Json = new(JsonFormatter.Settings.Default.WithFormatDefaultValues(true));

    public void Print(IMessage answer, Action<TextWriter> asTable)
    {
        if (format is OutputFormat.Json)
        {
            surroundings.Output.WriteLine(Json.Format(answer));
        }
        else
        {
            asTable(surroundings.Output);
        }
    }
}
