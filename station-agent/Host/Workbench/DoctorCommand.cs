using System.CommandLine;
using Espero.Station.CommandLine;
using Espero.Station.Recipes.Words;
using Espero.Station.Workbench.Doctor;
using Espero.Station.Workbench.Doctor.Udev;

namespace Espero.Station.Workbench;

/// <summary><c>espero-station doctor</c>: what on this PC keeps phones from being written, and the command that mends it.</summary>
internal static class DoctorCommand
{
    public const string UdevRulesName = "--udev-rules";

    /// <param name="look">Looks this PC over.</param>
    public static Command Create(Surroundings surroundings, Func<IReadOnlyList<Finding>> look)
    {
        var format = OutputOption.Create(surroundings);
        var rules = new Option<bool>(UdevRulesName)
        {
            Description = surroundings.Say(
                "Print the udev rules that let people open phones and other programs leave them alone; check nothing.",
                "Écrire les règles udev qui ouvrent les téléphones aux personnes et les ferment aux autres programmes ; ne rien vérifier."),
        };
        var command = new Command("doctor", surroundings.Say(
            "Example: espero-station doctor\n\n"
            + "Checks this PC, and says the command that mends what is wrong. Exit 1 when phones cannot be written like this.",
            "Exemple : espero-station doctor\n\n"
            + "Vérifie ce PC et donne la commande qui répare. Code 1 quand aucun téléphone ne peut être écrit ainsi."))
        {
            format, rules,
        };
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(rules))
            {
                surroundings.Output.Write(EsperoRules.Text);
                return ExitCode.Ok;
            }

            var findings = look();
            if (parsed.GetValue(format) == OutputOption.Json)
            {
                surroundings.Output.WriteLine(Json(findings));
            }
            else
            {
                Print(findings, surroundings);
            }

            return findings.Any(finding => finding.Health is Health.Bad) ? ExitCode.Failed : ExitCode.Ok;
        });
        return command;
    }

    private static void Print(IEnumerable<Finding> findings, Surroundings surroundings)
    {
        foreach (var finding in findings)
        {
            surroundings.Output.WriteLine($"{MarkOf(finding.Health)} {surroundings.Say(finding.Sentence)}");
            if (finding.Mend.Length > 0)
            {
                surroundings.Output.WriteLine($"      {finding.Mend}");
            }
        }
    }

    private static string MarkOf(Health health) => health switch
    {
        Health.Good => "[ok]",
        Health.Doubtful => "[?] ",
        Health.Bad => "[!] ",
    };

    private static string Json(IEnumerable<Finding> findings) => JsonOutput.Write(json => json.WriteAll(findings, finding =>
    {
        json.WriteString("check", finding.Check);
        json.WriteString("health", finding.Health switch
        {
            Health.Good => "good",
            Health.Doubtful => "doubtful",
            Health.Bad => "bad",
        });
        json.WriteString("sentence", finding.Sentence.English);
        json.WriteString("sentenceFr", finding.Sentence.French);
        json.WriteString("mend", finding.Mend);
    }));
}
