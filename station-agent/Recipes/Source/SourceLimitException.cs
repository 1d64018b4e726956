namespace Espero.Station.Recipes.Source;

/// <summary>Leaves the reader's recursion at once; never leaves <see cref="SourceReader"/>.</summary>
internal sealed class SourceLimitException(int line, int column, Complaint complaint) : Exception(complaint.Sentence.English)
{
    public int Line { get; } = line;

    public int Column { get; } = column;

    public Complaint Complaint { get; } = complaint;
}
