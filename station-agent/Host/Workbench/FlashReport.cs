using System.Globalization;
using System.Text.Json;
using Espero.Plan.V1;
using Espero.Station.Domain.Flashing;
using Espero.Station.Domain.Flashing.Forecast;
using Espero.Station.Recipes.Failures;
using Espero.Station.Recipes.Vocabulary;
using Espero.Station.Recipes.Words;
using Espero.Station.Run;
using Outcome = Espero.Station.V1.Outcome;

namespace Espero.Station.Workbench;

/// <summary>Says how a flash ended: one paragraph for people, one line of JSON for programs.</summary>
internal sealed class FlashReport(Surroundings surroundings, bool asJson)
{
    private static readonly Sentence HalfWritten = new(
        "The phone may be half written and not start: do not hand it on before it was written again, from the beginning.",
        "Le téléphone est peut-être à moitié écrit et peut ne pas démarrer : ne le rendez pas avant de l'avoir écrit de nouveau, depuis le début.");

    /// <summary>What was given cannot be worked with; no phone was touched.</summary>
    public void NotStarted(params IReadOnlyList<Sentence> reasons)
    {
        foreach (var reason in reasons)
        {
            surroundings.Talk.WriteLine(surroundings.Say(reason));
        }

        if (asJson)
        {
            WriteJson(json =>
            {
                json.WriteString("outcome", "not-started");
                json.WriteStartArray("reasons");
                foreach (var reason in reasons)
                {
                    json.WriteStringValue(surroundings.Say(reason));
                }

                json.WriteEndArray();
            });
        }
    }

    /// <summary>The PC gave up under it.</summary>
    /// <param name="hasBegun">Steps were carried out by then.</param>
    public void BrokenOff(Sentence reason, bool hasBegun)
    {
        if (!hasBegun)
        {
            NotStarted(reason);
            return;
        }

        surroundings.Talk.WriteLine(surroundings.Say(reason));
        Stopped(isAtOnce: true);
    }

    /// <summary>A person stopped it.</summary>
    /// <param name="isAtOnce">Even in the middle of a write.</param>
    public void Stopped(bool isAtOnce)
    {
        surroundings.Talk.WriteLine(surroundings.Say(isAtOnce
            ? new($"Stopped at once. {HalfWritten.English}", $"Arrêté net. {HalfWritten.French}")
            : new("Stopped: nothing was erased on the phone.", "Arrêté : rien n'a été effacé sur le téléphone.")));
        if (asJson)
        {
            WriteJson(json =>
            {
                json.WriteString("outcome", "stopped");
                json.WriteBoolean("halfWritten", isAtOnce);
            });
        }
    }

    /// <summary>Every reason, each with what to do.</summary>
    public void Refused(IReadOnlyList<Refusal> refusals)
    {
        foreach (var refusal in refusals)
        {
            Tell(refusal.FailureCode, refusal.StepId, refusal.Detail);
        }

        surroundings.Talk.WriteLine(surroundings.Say("Nothing was changed on the phone.", "Rien n'a été changé sur le téléphone."));
        if (asJson)
        {
            WriteJson(json =>
            {
                json.WriteString("outcome", "refused");
                json.WritePropertyName("refusals");
                json.WriteAll(refusals, refusal =>
                {
                    json.WriteString("failureClass", refusal.FailureCode);
                    json.WriteString("stepId", refusal.StepId);
                    json.WriteString("detail", refusal.Detail);
                    json.WriteBoolean("alarm", IsAlarm(refusal.FailureCode));
                });
            });
        }
    }

    /// <summary>What would be done on this phone. Nothing was, and nothing speaks against it.</summary>
    public void Planned(PlanForecast forecast)
    {
        if (asJson)
        {
            WriteJson(json =>
            {
                json.WriteString("outcome", "planned");
                json.WriteString("recipe", forecast.RecipeName);
                json.WriteNumber("bytes", forecast.TotalBytes);
                json.WriteNumber("minutes", forecast.TotalMinutes);
                json.WriteString("pointOfNoReturn", forecast.PointOfNoReturnStepId ?? "");
                json.WritePropertyName("steps");
                json.WriteAll(forecast.Steps, step =>
                {
                    json.WriteString("stepId", step.StepId);
                    json.WriteString("what", step.What.English);
                    json.WriteNumber("bytes", step.Bytes);
                    json.WriteNumber("seconds", Math.Round(step.Time.TotalSeconds, 3));
                    json.WriteBoolean("losesData", step.LosesData);
                    json.WriteBoolean("passedOver", step.IsPassedOver);
                });
                json.WriteStartArray("refusals");
                json.WriteEndArray();
            });
        }
    }

    public void Ended(RunEnd end, TimeSpan took)
    {
        if (end.FailureClass.Length > 0)
        {
            Tell(end.FailureClass, end.StepId, end.Detail);
        }

        surroundings.Talk.WriteLine(surroundings.Say(OutcomeSentence(end, took)));
        if (asJson)
        {
            WriteJson(json =>
            {
                json.WriteString("outcome", end.IsInterrupted ? "interrupted" : Word(end.Outcome));
                json.WriteString("proof", PlanWords.Proofs.WordOf(end.Proof));
                json.WriteString("failureClass", end.FailureClass);
                json.WriteString("stepId", end.StepId);
                json.WriteString("detail", end.Detail);
                json.WriteBoolean("alarm", IsAlarm(end.FailureClass));
                json.WriteNumber("seconds", Math.Round(took.TotalSeconds, 3));
            });
        }
    }

    private void Tell(string failureClass, string stepId, string detail)
    {
        if (IsAlarm(failureClass))
        {
            surroundings.Talk.WriteLine(surroundings.Say(
                "*** ALARM: move away and call an adult. ***", "*** ALARME : éloignez-vous et appelez un adulte. ***"));
        }

        var sentences = FailureCatalogue.Find(failureClass)?.SentencesIn(surroundings.Language) ?? failureClass;
        var place = stepId.Length > 0 ? $" ({stepId})" : "";
        surroundings.Talk.WriteLine($"{failureClass}{place}: {sentences}");
        if (detail.Length > 0)
        {
            surroundings.Talk.WriteLine(surroundings.Say(
                $"    The phone or this program said: {detail}", $"    Le téléphone ou ce programme a dit, en anglais : « {detail} »"));
        }
    }

    private static bool IsAlarm(string failureClass) => FailureCatalogue.Find(failureClass) is { RaisesAlarm: true };

    private static Sentence OutcomeSentence(RunEnd end, TimeSpan took)
    {
        var seconds = took.TotalSeconds.ToString("0", CultureInfo.InvariantCulture);
        return end switch
        {
            { IsInterrupted: true } => new(
                "Interrupted: another phone answers on the port. Look at the phone before anything else.",
                "Interrompu : un autre téléphone répond sur la prise. Regardez le téléphone avant toute chose."),
            { Outcome: Outcome.Succeeded } => new(
                $"Succeeded in {seconds} s: the system was seen running ({PlanWords.Proofs.WordOf(end.Proof)}).",
                $"Réussi en {seconds} s : le système a été vu en marche ({PeopleWords.Of(end.Proof).French})."),
            { Outcome: Outcome.Written, Proof: not Proof.None } => new(
                $"Written in {seconds} s, not verified: it was seen, but nothing was read back from the system "
                + $"({PlanWords.Proofs.WordOf(end.Proof)}).",
                $"Écrit en {seconds} s, non vérifié : on l'a vu, mais rien n'a été relu dans le système ({PeopleWords.Of(end.Proof).French})."),
            { Outcome: Outcome.Written } => new(
                $"Written in {seconds} s, not verified: nothing proves yet that the system runs ({PlanWords.Proofs.WordOf(end.Proof)}). "
                + "Look at the phone.",
                $"Écrit en {seconds} s, non vérifié : rien ne prouve encore que le système marche ({PeopleWords.Of(end.Proof).French}). "
                + "Regardez le téléphone."),
            { Outcome: Outcome.Cancelled } => new(
                "Cancelled: nothing was changed on the phone.", "Annulé : rien n'a été changé sur le téléphone."),
            { IsPastReturn: false } => new(
                $"Failed after {seconds} s: nothing was erased on the phone.", $"Raté après {seconds} s : rien n'a été effacé sur le téléphone."),
            _ => new($"Failed after {seconds} s. {HalfWritten.English}", $"Raté après {seconds} s. {HalfWritten.French}"),
        };
    }

    private void WriteJson(Action<Utf8JsonWriter> write) => surroundings.Output.WriteLine(JsonOutput.Write(json =>
    {
        json.WriteStartObject();
        write(json);
        json.WriteEndObject();
    }));

    private static string Word(Outcome outcome) => outcome switch
    {
        Outcome.Succeeded => "succeeded",
        Outcome.Written => "written",
        Outcome.Failed => "failed",
        Outcome.Cancelled => "cancelled",
        Outcome.Unspecified => "interrupted",
    };
}
