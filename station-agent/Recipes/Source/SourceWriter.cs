using System.Text;

namespace Espero.Station.Recipes.Source;

/// <summary>Writes nodes as YAML: always the same text for the same nodes, and the same nodes when it is read.</summary>
internal static class SourceWriter
{
    // Longer ones are broken into lines.
    private const int MaxFlowLength = 110;

    public static string Write(SourceMap file)
    {
        var text = new StringBuilder();
        foreach (var entry in file.Entries)
        {
            text.Append(entry.Key.Text).Append(':');
            WriteValue(text, entry.Value, "");
        }

        return text.ToString();
    }

    private static void WriteValue(StringBuilder text, SourceNode node, string indent)
    {
        var flow = Flow(node);
        if (node is SourceScalar || (flow.Length + indent.Length <= MaxFlowLength && !IsSteps(node)))
        {
            text.Append(flow.Length == 0 ? "" : " ").Append(flow).Append('\n');
            return;
        }

        text.Append('\n');
        if (node is SourceList list)
        {
            foreach (var item in list.Items)
            {
                WriteItem(text, item, indent + "  ");
            }
        }
        else
        {
            foreach (var entry in ((SourceMap)node).Entries)
            {
                text.Append(indent).Append("  ").Append(Scalar(entry.Key)).Append(':');
                WriteValue(text, entry.Value, indent + "  ");
            }
        }
    }

    private static void WriteItem(StringBuilder text, SourceNode item, string indent)
    {
        if (item is not SourceMap map)
        {
            text.Append(indent).Append("- ").Append(Flow(item)).Append('\n');
            return;
        }

        var lead = "- ";
        foreach (var entry in map.Entries)
        {
            text.Append(indent).Append(lead).Append(Scalar(entry.Key)).Append(':');
            WriteValue(text, entry.Value, indent + "  ");
            lead = "  ";
        }
    }

    // A list of maps reads better one to a line, however short.
    private static bool IsSteps(SourceNode node) => node is SourceList list && list.Items.Any(item => item is SourceMap);

    private static string Flow(SourceNode node) => node switch
    {
        SourceScalar scalar => scalar.IsNothing ? "" : Scalar(scalar),
        SourceList list => $"[{string.Join(", ", list.Items.Select(Flow))}]",
        SourceMap map => $"{{ {string.Join(", ", map.Entries.Select(entry => $"{Scalar(entry.Key)}: {Flow(entry.Value)}"))} }}",
        _ => "",
    };

    // Quoted unless it can be nothing but a word: what YAML would read as something else is text too.
    private static string Scalar(SourceScalar scalar) => scalar.IsNumber || IsPlain(scalar.Text) ? scalar.Text : Quoted(scalar.Text);

    private static bool IsPlain(string text) =>
        text.Length > 0
        && char.IsAsciiLetter(text[0])
        && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '_' or '-' or '/')
        && text.ToLowerInvariant() is not ("yes" or "no" or "on" or "off" or "null" or "y" or "n");

    private static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var letter in text)
        {
            _ = letter switch
            {
                '"' => quoted.Append("\\\""),
                '\\' => quoted.Append("\\\\"),
                '\n' => quoted.Append("\\n"),
                '\t' => quoted.Append("\\t"),
                '\r' => quoted.Append("\\r"),
                _ => quoted.Append(letter),
            };
        }

        return quoted.Append('"').ToString();
    }
}
