using System.Collections.Immutable;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Text.RegularExpressions;
using Espero.Station.Watch;

namespace Espero.Station.CommandLine;

/// <summary>Turns the words of the command line into values, or into one sentence that says what was wrong.</summary>
internal static partial class Reading
{
    private const int MaxFlashSlots = 256;

    public static Uri? Orchestrator(ArgumentResult argument)
    {
        var text = argument.Tokens[0].Value;
        if (Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" && address.AbsolutePath == "/")
        {
            return address;
        }

        argument.AddError($"'{text}' is no address of an orchestrator like http://127.0.0.1:7080.");
        return null;
    }

    public static string? Name(ArgumentResult argument)
    {
        var text = argument.Tokens[0].Value;
        if (PlainName().IsMatch(text))
        {
            return text;
        }

        argument.AddError(
            $"'{text}' is no name. A name has 1 to 63 small letters, digits and '-', and begins with a letter or a digit, like atelier-1.");
        return null;
    }

    public static int FlashSlots(ArgumentResult argument)
    {
        var text = argument.Tokens[0].Value;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var slots) && slots is >= 1 and <= MaxFlashSlots)
        {
            return slots;
        }

        argument.AddError($"'{text}' is no number of flash slots from 1 to {MaxFlashSlots}.");
        return 1;
    }

    public static PhoneSpec? Phone(ArgumentResult argument)
    {
        var text = argument.Tokens[0].Value;
        if (PhoneSpec.TryParse(text, out var spec))
        {
            return spec;
        }

        argument.AddError($"'{text}' is no place and no serial of a phone like {PhoneSpec.Examples}.");
        return null;
    }

    public static PortAddress[] Phones(ArgumentResult argument)
    {
        var ports = ImmutableArray.CreateBuilder<PortAddress>();
        foreach (var token in argument.Tokens)
        {
            if (!PortAddress.TryParse(token.Value, (uint)ports.Count + 1, out var port))
            {
                argument.AddError($"'{token.Value}' is no place of a phone like {PortAddress.Examples}.");
                break;
            }

            if (ports.Any(other => other.Path == port.Path))
            {
                argument.AddError($"'{token.Value}' is given twice; every port is one place.");
                break;
            }

            ports.Add(port);
        }

        return [.. ports];
    }

    // As the orchestrator checks it: another name would only be refused there.
    [GeneratedRegex(@"\A[a-z0-9][a-z0-9-]{0,62}\z")]
    private static partial Regex PlainName();
}
