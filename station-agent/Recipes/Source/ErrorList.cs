using System.Collections.Immutable;

namespace Espero.Station.Recipes.Source;

/// <summary>Gathers the errors of one file and of those it is read with, so that their writer sees all of them at once.</summary>
internal sealed class ErrorList(string fileName)
{
    // Nobody reads more, and a hostile file must not make a report larger than itself.
    private const int MaxErrors = 100;

    private readonly List<SourceError> _errors = [];

    public string FileName => fileName;

    public bool IsEmpty => _errors.Count == 0;

    public void Add(SourceNode node, Complaint complaint) => Add(node.FileName ?? fileName, node.Line, node.Column, complaint);

    public void Add(int line, int column, Complaint complaint) => Add(fileName, line, column, complaint);

    /// <summary>Takes over what was found in a file that is read with this one.</summary>
    public void AddAll(ErrorList other) => AddAll(other._errors);

    /// <summary>The same of a file that was read before.</summary>
    public void AddAll(IEnumerable<SourceError> others) => _errors.AddRange(others.Take(MaxErrors - _errors.Count));

    /// <summary>This file's first, then those of the files it is read with.</summary>
    public ImmutableArray<SourceError> InOrder() =>
    [
        .. _errors.OrderBy(error => error.FileName == fileName ? "" : error.FileName, StringComparer.Ordinal)
            .ThenBy(error => error.Line).ThenBy(error => error.Column),
    ];

    private void Add(string file, int line, int column, Complaint complaint)
    {
        if (_errors.Count < MaxErrors)
        {
            _errors.Add(new SourceError(complaint.Code, file, line, column, complaint.Sentence, complaint.NearestWord));
        }
    }
}
