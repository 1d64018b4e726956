
namespace Espero.Cli;

/// <summary>Ends the command with a sentence for the person and a code for the script. Caught in one place.</summary>
internal sealed class StopException(int exitCode, Sentence sentence) : Exception(sentence.English)
{
    public int ExitCode => exitCode;

    public Sentence Sentence => sentence;

    public static StopException Usage(string english, string french) => new(Cli.ExitCode.Usage, new Sentence(english, french));

    public static StopException NotFound(string english, string french) => new(Cli.ExitCode.NotFound, new Sentence(english, french));

    public static StopException Refused(string english, string french) => new(Cli.ExitCode.Refused, new Sentence(english, french));
}
