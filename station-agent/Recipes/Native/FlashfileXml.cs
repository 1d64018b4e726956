using System.Collections.Immutable;
using System.Xml;
using Espero.Station.Recipes.Source;

namespace Espero.Station.Recipes.Native;

/// <summary>
/// Reads the elements of a flashfile with their places. A document type, and with it every entity of its own, is refused, nothing
/// outside the file is ever looked up, and depth and count are limited.
/// </summary>
internal static class FlashfileXml
{
    private const int MaxElements = 2000;
    private const int MaxDepth = 8;

    /// <summary>In the order of the file; what was read before the first fault, and the errors then say where it is.</summary>
    public static ImmutableArray<FlashfileElement> Read(string text, ErrorList errors)
    {
        var elements = ImmutableArray.CreateBuilder<FlashfileElement>();
        if (!CharacterCheck.Pass(text, errors))
        {
            return [];
        }

        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = SourceReader.MaxBytes,
            IgnoreComments = true,
            IgnoreWhitespace = true,
        };
        try
        {
            using var reader = XmlReader.Create(new StringReader(text), settings);
            while (reader.Read() && errors.IsEmpty)
            {
                Read(reader, elements, errors);
            }
        }
        catch (XmlException exception)
        {
            errors.Add(Math.Max(1, exception.LineNumber), Math.Max(1, exception.LinePosition), NativeComplaints.NotXml(exception.Message));
        }

        return elements.ToImmutable();
    }

    private static void Read(XmlReader reader, ImmutableArray<FlashfileElement>.Builder elements, ErrorList errors)
    {
        var place = (IXmlLineInfo)reader;
        if (elements.Count == MaxElements || reader.Depth > MaxDepth)
        {
            errors.Add(place.LineNumber, place.LinePosition, NativeComplaints.XmlTooLarge(MaxElements, MaxDepth));
        }
        else if (reader.NodeType is XmlNodeType.Element)
        {
            elements.Add(Element(reader, place, errors.FileName));
        }
        else if (reader.NodeType is not (XmlNodeType.EndElement or XmlNodeType.XmlDeclaration))
        {
            errors.Add(place.LineNumber, place.LinePosition, NativeComplaints.OnlyElements);
        }
    }

    private static FlashfileElement Element(XmlReader reader, IXmlLineInfo place, string fileName)
    {
        var name = new SourceScalar(place.LineNumber, place.LinePosition, reader.LocalName, isPlain: false) { FileName = fileName };
        var depth = reader.Depth;
        var attributes = ImmutableArray.CreateBuilder<SourceEntry>();
        while (reader.MoveToNextAttribute())
        {
            var key = new SourceScalar(place.LineNumber, place.LinePosition, reader.Name, isPlain: false) { FileName = fileName };
            attributes.Add(new SourceEntry(key, StepNodes.Text(key, reader.Value)));
        }

        return new FlashfileElement(name, depth, attributes.ToImmutable());
    }
}
