using System.Collections.Immutable;

namespace Espero.Station.Recipes.Source;

/// <summary>Gathers the errors of one file, so that its writer sees all of them at once.</summary>
internal sealed class ErrorList(string fileName)
{
    // Nobody reads more, and a hostile file must not make a report larger than itself.
    private const int MaxErrors = 100;

    private readonly List<SourceError> _errors = [];

    public bool IsEmpty => _errors.Count == 0;

    public void Add(SourceNode node, Complaint complaint) => Add(node.Line, node.Column, complaint);

    public void Add(int line, int column, Complaint complaint)
    {
        if (_errors.Count < MaxErrors)
        {
            _errors.Add(new SourceError(complaint.Code, fileName, line, column, complaint.Sentence, complaint.NearestWord));
        }
    }

    public ImmutableArray<SourceError> InOrder() =>
        [.. _errors.OrderBy(error => error.Line).ThenBy(error => error.Column)];
}
