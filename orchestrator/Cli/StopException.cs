using Espero.Station.Recipes.Source;

namespace Espero.Cli;

/// <summary>Ends the command with a sentence for the person and a code for the script. Caught in one place.</summary>
internal sealed class StopException(int exitCode, Sentence sentence) : Exception(sentence.English)
{
    public int ExitCode => exitCode;

    public Sentence Sentence => sentence;

    public static StopException Usage(string english, string french) => new(Cli.ExitCode.Usage, new Sentence(english, french));

    public static StopException NotFound(string english, string french) => new(Cli.ExitCode.NotFound, new Sentence(english, french));

    /// <summary>What a person is told of a fault that belongs to a file; null for one that is a mistake of ours.</summary>
    public static StopException? Of(Exception fault) => fault switch
    {
        StopException stop => stop,
        IOException or UnauthorizedAccessException => NotFound(
            $"A file or a folder cannot be read ({fault.Message}). Check its name and that you may read it.",
            $"Un fichier ou un dossier est illisible ({fault.Message}). Vérifiez son nom et que vous avez le droit de le lire."),
        _ => null,
    };

    /// <summary>All that is wrong with a file, a line each.</summary>
    public static StopException Refused(IReadOnlyCollection<SourceError> errors) => Refused(
        string.Join('\n', errors.Select(error => error.In("en"))), string.Join('\n', errors.Select(error => error.In("fr"))));

    public static StopException Refused(string english, string french) => new(Cli.ExitCode.Refused, new Sentence(english, french));
}
