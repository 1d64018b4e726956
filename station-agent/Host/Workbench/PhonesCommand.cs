using System.CommandLine;
using Espero.Station.CommandLine;
using Espero.Station.Recipes.Failures;
using Espero.Station.Recipes.Vocabulary;
using Espero.Station.Recipes.Words;
using Espero.Station.Watch;

namespace Espero.Station.Workbench;

/// <summary><c>espero-station phones</c>: what hangs on this PC, in which mode, and why something cannot be used.</summary>
internal static class PhonesCommand
{
    public static Command Create(Surroundings surroundings, Func<PortAddress[], CancellationToken, Task<IReadOnlyList<SeenPhone>>> read)
    {
        var format = OutputOption.Create(surroundings);
        var elsewhere = new Option<PortAddress[]>("--phone")
        {
            Description = surroundings.Say(
                "Besides those on USB, a phone on the network: tcp:HOST:PORT, udp:HOST:PORT or adb:HOST:PORT. May be repeated.",
                "En plus de ceux sur l'USB, un téléphone du réseau : tcp:HOST:PORT, udp:HOST:PORT ou adb:HOST:PORT. Peut se répéter."),
            HelpName = "SPEC",
            CustomParser = given =>
            {
                var ports = new Reading(surroundings).Phones(given);
                foreach (var port in ports.Where(port => port.Ways.OfType<PhoneWay.Usb>().Any()))
                {
                    given.AddError(surroundings.Say(
                        $"{port.Path} is on USB, where every phone is listed anyway. Leave it out; name only phones on the network.",
                        $"{port.Path} est sur l'USB, où tous les téléphones sont listés de toute façon. Retirez-le ; ne nommez que ceux du réseau."));
                }

                return ports;
            },
        };
        var command = new Command("phones", surroundings.Say(
            "Example: espero-station phones\n\nLists the phones on this PC: their port, their mode, and why one cannot be used.",
            "Exemple : espero-station phones\n\nListe les téléphones de ce PC : leur prise, leur mode, et pourquoi l'un d'eux est inutilisable."))
        {
            elsewhere,
            format,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var phones = await read(parsed.GetValue(elsewhere) ?? [], cancellationToken);
            if (parsed.GetValue(format) == OutputOption.Json)
            {
                surroundings.Output.WriteLine(Json(phones));
            }
            else
            {
                Print(phones, surroundings);
            }

            return ExitCode.Ok;
        });
        return command;
    }

    private static void Print(IReadOnlyList<SeenPhone> phones, Surroundings surroundings)
    {
        if (phones.Count == 0)
        {
            surroundings.Talk.WriteLine(surroundings.Say(
                "No phone is seen on USB. Plug one in, try another cable, or run: espero-station doctor",
                "Aucun téléphone vu sur l'USB. Branchez-en un, changez de câble, ou lancez : espero-station doctor"));
        }

        foreach (var phone in phones)
        {
            surroundings.Output.WriteLine($"{phone.Port,-10} {surroundings.Say(PeopleWords.Of(phone.Mode)),-21} {phone.Name}".TrimEnd());
            if (phone.Obstacle is { } obstacle)
            {
                surroundings.Output.WriteLine(
                    $"           {FailureCatalogue.Find(obstacle.FailureClass)?.SentencesIn(surroundings.Language)} "
                    + $"({obstacle.FailureClass}: {obstacle.In(surroundings.Language)})");
            }
        }
    }

    private static string Json(IEnumerable<SeenPhone> phones) => JsonOutput.Write(json => json.WriteAll(phones, phone =>
    {
        json.WriteString("port", phone.Port);
        json.WriteString("mode", PlanWords.Modes.WordOf(phone.Mode));
        json.WriteString("name", phone.Name);
        json.WriteString("failureClass", phone.Obstacle?.FailureClass ?? "");
        json.WriteString("detail", phone.Obstacle?.Text ?? "");
    }));
}
