using System.Text;

namespace Espero.VirtualPhone.Android;

/// <summary>Takes a command line apart as a shell does: spaces divide, single quotes and backslashes keep what they hold.</summary>
internal static class ShellWords
{
    public static string[] Of(string commandLine)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        var (isWord, isQuoted) = (false, false);
        for (var index = 0; index < commandLine.Length; index++)
        {
            var letter = commandLine[index];
            if (letter == '\'')
            {
                (isWord, isQuoted) = (true, !isQuoted);
            }
            else if (letter == '\\' && !isQuoted && index + 1 < commandLine.Length)
            {
                isWord = true;
                word.Append(commandLine[++index]);
            }
            else if (isQuoted || !char.IsWhiteSpace(letter))
            {
                isWord = true;
                word.Append(letter);
            }
            else if (isWord)
            {
                End();
            }
        }

        if (isWord)
        {
            End();
        }

        return [.. words];

        void End()
        {
            words.Add(word.ToString());
            word.Clear();
            isWord = false;
        }
    }
}
