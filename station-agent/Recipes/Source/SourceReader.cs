using System.Collections.Immutable;
using System.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Espero.Station.Recipes.Source;

/// <summary>
/// Reads one YAML file into nodes with their places. Built on the parser's events rather than on its document model, which
/// resolves aliases, stops at the first doubled key and has no limit to its depth.
/// </summary>
internal sealed class SourceReader
{
    public const int MaxBytes = 1024 * 1024;
    public const int MaxDepth = 24;
    public const int MaxNodes = 20_000;

    private readonly Parser _parser;
    private readonly ErrorList _errors;
    private readonly int _maxNodes;
    private int _nodes;

    private SourceReader(string text, ErrorList errors, int maxNodes)
    {
        _parser = new Parser(new StringReader(text));
        _errors = errors;
        _maxNodes = maxNodes;
    }

    /// <summary>Null when nothing can be read; the errors then say why.</summary>
    public static SourceNode? Read(string text, ErrorList errors, int maxNodes = MaxNodes)
    {
        if (!CharacterCheck.Pass(text, errors))
        {
            return null;
        }

        var reader = new SourceReader(text, errors, maxNodes);
        try
        {
            return reader.ReadDocument();
        }
        catch (SourceLimitException limit)
        {
            errors.Add(limit.Line, limit.Column, limit.Complaint);
        }
        catch (YamlException exception)
        {
            var (line, column) = Place(exception.Start);
            errors.Add(line, column, YamlComplaints.Syntax(OneLine(exception.Message)));
        }
        catch (InvalidOperationException)
        {
            // The scanner throws this, without a place, for some texts inside brackets that are never closed.
            var (line, column) = Place(reader._parser.Current?.End ?? Mark.Empty);
            errors.Add(line, column, YamlComplaints.Unclosed);
        }

        return null;
    }

    private SourceNode? ReadDocument()
    {
        _parser.Consume<StreamStart>();
        if (!_parser.TryConsume<DocumentStart>(out _))
        {
            _errors.Add(1, 1, YamlComplaints.Empty);
            return null;
        }

        var root = ReadNode(depth: 0);
        _parser.Consume<DocumentEnd>();
        if (_parser.Accept<DocumentStart>(out var second))
        {
            var (line, column) = Place(second.Start);
            _errors.Add(line, column, YamlComplaints.SecondDocument);
        }

        if (root is SourceScalar { IsNothing: true })
        {
            _errors.Add(root, YamlComplaints.Empty);
            return null;
        }

        return root;
    }

    private SourceNode ReadNode(int depth)
    {
        var (line, column) = Place(_parser.Current!.Start);
        if (depth > MaxDepth)
        {
            throw new SourceLimitException(line, column, YamlComplaints.TooDeep(MaxDepth));
        }

        if (++_nodes > _maxNodes)
        {
            throw new SourceLimitException(line, column, YamlComplaints.TooMany(_maxNodes));
        }

        if (_parser.TryConsume<AnchorAlias>(out _))
        {
            _errors.Add(line, column, YamlComplaints.Anchor);
            return new SourceScalar(line, column, "", isPlain: true) { FileName = _errors.FileName };
        }

        CheckProperties(line, column);
        if (_parser.TryConsume<SequenceStart>(out _))
        {
            return new SourceList(line, column, ReadItems(depth)) { FileName = _errors.FileName };
        }

        if (_parser.TryConsume<MappingStart>(out _))
        {
            return new SourceMap(line, column, ReadEntries(depth)) { FileName = _errors.FileName };
        }

        var scalar = _parser.Consume<Scalar>();
        return new SourceScalar(line, column, scalar.Value, scalar.Style == ScalarStyle.Plain) { FileName = _errors.FileName };
    }

    private void CheckProperties(int line, int column)
    {
        if (_parser.Current is not NodeEvent node)
        {
            return;
        }

        if (!node.Anchor.IsEmpty)
        {
            _errors.Add(line, column, YamlComplaints.Anchor);
        }

        if (!node.Tag.IsEmpty)
        {
            _errors.Add(line, column, YamlComplaints.Tag);
        }
    }

    private ImmutableArray<SourceNode> ReadItems(int depth)
    {
        var items = ImmutableArray.CreateBuilder<SourceNode>();
        while (!_parser.TryConsume<SequenceEnd>(out _))
        {
            items.Add(ReadNode(depth + 1));
        }

        return items.ToImmutable();
    }

    private ImmutableArray<SourceEntry> ReadEntries(int depth)
    {
        var entries = ImmutableArray.CreateBuilder<SourceEntry>();
        var first = new Dictionary<string, int>(StringComparer.Ordinal);
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            var key = ReadNode(depth + 1);
            var value = ReadNode(depth + 1);
            if (key is not SourceScalar word)
            {
                _errors.Add(key, YamlComplaints.KeyNotText);
            }
            else if (first.TryGetValue(word.Text, out var firstLine))
            {
                _errors.Add(key, YamlComplaints.DuplicateKey(word.Text, firstLine));
            }
            else
            {
                first.Add(word.Text, word.Line);
                entries.Add(new SourceEntry(word, value));
            }
        }

        return entries.ToImmutable();
    }

    private static (int Line, int Column) Place(Mark mark) => (Math.Max(1, (int)mark.Line), Math.Max(1, (int)mark.Column));

    private static string OneLine(string message) => new StringBuilder(message).Replace('\n', ' ').Replace("\r", "").ToString().TrimEnd('.');
}
