using System.Collections.Immutable;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Text.RegularExpressions;
using Espero.Station.Recipes.Words;
using Espero.Station.Watch;

namespace Espero.Station.CommandLine;

/// <summary>Turns the words of the command line into values, or into one sentence that says what was wrong.</summary>
internal sealed partial class Reading(Surroundings surroundings)
{
    private const int MaxFlashSlots = 256;

    public Uri? Orchestrator(ArgumentResult argument)
    {
        var text = argument.Tokens[0].Value;
        if (Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" && address.AbsolutePath == "/")
        {
            return address;
        }

        argument.AddError(surroundings.Say(
            $"'{text}' is no address of an orchestrator like http://127.0.0.1:7080.",
            $"« {text} » n'est pas une adresse d'orchestrateur comme http://127.0.0.1:7080."));
        return null;
    }

    public string? Name(ArgumentResult argument)
    {
        var text = argument.Tokens[0].Value;
        if (PlainName().IsMatch(text))
        {
            return text;
        }

        argument.AddError(surroundings.Say(
            $"'{text}' is no name. A name has 1 to 63 small letters, digits and '-', and begins with a letter or a digit, like atelier-1.",
            $"« {text} » n'est pas un nom. Un nom a de 1 à 63 minuscules sans accent, chiffres et « - », et commence par une lettre ou un chiffre, "
            + "comme atelier-1."));
        return null;
    }

    public int FlashSlots(ArgumentResult argument)
    {
        var text = argument.Tokens[0].Value;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var slots) && slots is >= 1 and <= MaxFlashSlots)
        {
            return slots;
        }

        argument.AddError(surroundings.Say(
            $"'{text}' is no number of phones written at once from 1 to {MaxFlashSlots}.",
            $"« {text} » n'est pas un nombre de téléphones écrits à la fois, de 1 à {MaxFlashSlots}."));
        return 1;
    }

    public PhoneSpec? Phone(ArgumentResult argument)
    {
        var text = argument.Tokens[0].Value;
        if (PhoneSpec.TryParse(text, out var spec))
        {
            return spec;
        }

        argument.AddError(surroundings.Say(
            $"'{text}' is no place and no serial of a phone like {PhoneSpec.Examples.English}.",
            $"« {text} » n'est ni une prise ni un numéro de série de téléphone, comme {PhoneSpec.Examples.French}."));
        return null;
    }

    public PortAddress[] Phones(ArgumentResult argument)
    {
        var ports = ImmutableArray.CreateBuilder<PortAddress>();
        foreach (var token in argument.Tokens)
        {
            if (!PortAddress.TryParse(token.Value, (uint)ports.Count + 1, out var port))
            {
                argument.AddError(surroundings.Say(
                    $"'{token.Value}' is no place of a phone like {PortAddress.Examples.English}.",
                    $"« {token.Value} » n'est pas une prise de téléphone comme {PortAddress.Examples.French}."));
                break;
            }

            if (ports.Any(other => other.Path == port.Path))
            {
                argument.AddError(surroundings.Say(
                    $"'{token.Value}' is given twice; every port is one place.",
                    $"« {token.Value} » est donné deux fois ; chaque prise est un seul endroit."));
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
