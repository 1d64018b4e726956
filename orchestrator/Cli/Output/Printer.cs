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

    /// <summary>A table that is cut must say so; programs find the token in the answer.</summary>
    public void TellOfMore(string nextPageToken, int shown)
    {
        if (format is OutputFormat.Table && nextPageToken.Length > 0)
        {
            surroundings.Talk.WriteLine(surroundings.Say(
                $"Only the newest {shown} are shown, and there are more. Add --all to see every one.",
                $"Seuls les {shown} plus récents sont montrés, et il y en a d'autres. Ajoutez --all pour tout voir."));
        }
    }
}
