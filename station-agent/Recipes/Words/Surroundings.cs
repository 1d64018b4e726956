using System.Globalization;

namespace Espero.Station.Recipes.Words;

/// <summary>What a command finds around it: where data and talk go, who may be asked, in which language.</summary>
/// <param name="Output">Data, and nothing else.</param>
/// <param name="Talk">Everything said to a person.</param>
/// <param name="Answers">Null when nobody is there to be asked.</param>
/// <param name="Variable">Reads the environment.</param>
public sealed record Surroundings(
    TextWriter Output, TextWriter Talk, TextReader? Answers, bool TalkIsTerminal, Func<string, string?> Variable)
{
    private static readonly string[] LanguageVariables = ["LC_ALL", "LC_MESSAGES", "LANG"];

    /// <summary>As <see cref="Answers"/>, for a secret: keys that are not shown, or a pipe. Null: no other than those.</summary>
    public TextReader? UnseenAnswers { get; init; }

    /// <summary>Throws away what was typed and not yet read: it answers no question that comes after it.</summary>
    public Action ForgetTyped { get; init; } = () => { };

    /// <summary>As gettext chooses: the first of these that says anything.</summary>
    public string Language => LanguageVariables
        .Select(Variable)
        .FirstOrDefault(value => !string.IsNullOrEmpty(value)) is { } chosen && chosen.StartsWith("fr", StringComparison.OrdinalIgnoreCase) ? "fr" : "en";

    /// <summary>The sentence in the person's language.</summary>
    public string Say(Sentence sentence) => sentence.In(Language);

    public string Say(string english, string french) => Language == "fr" ? french : english;

    /// <summary>Null when nobody is there to be asked.</summary>
    public Task<string?> AskAsync(Sentence question, CancellationToken cancellationToken) => AskAsync(question, Answers, cancellationToken);

    /// <summary>The same for a secret.</summary>
    public Task<string?> AskUnseenAsync(Sentence question, CancellationToken cancellationToken) =>
        AskAsync(question, UnseenAnswers ?? Answers, cancellationToken);

    /// <summary>Those of this process: data to standard output, everything else to standard error.</summary>
    public static Surroundings OfProcess()
    {
        var surroundings = new Surroundings(
            Console.Out,
            Console.Error,
            Console.IsInputRedirected || Console.IsErrorRedirected ? null : new TerminalLines(Console.In),
            !Console.IsErrorRedirected,
            Environment.GetEnvironmentVariable)
        {
            UnseenAnswers = Console.IsInputRedirected ? Console.In : Console.IsErrorRedirected ? null : new TerminalLines(new UnseenKeys()),
            ForgetTyped = ForgetKeys,
        };
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(surroundings.Language); // what reads the command line has words of its own
        return surroundings;
    }

    private async Task<string?> AskAsync(Sentence question, TextReader? answers, CancellationToken cancellationToken)
    {
        if (answers is null)
        {
            return null;
        }

        await Talk.WriteAsync(Say(question));
        return await answers.ReadLineAsync(cancellationToken);
    }

    private static void ForgetKeys()
    {
        while (!Console.IsInputRedirected && Console.KeyAvailable)
        {
            Console.ReadKey(intercept: true);
        }
    }
}
