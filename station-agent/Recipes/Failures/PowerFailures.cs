using System.Collections.Immutable;
using static Espero.Station.Recipes.Failures.FailureActor;
using static Espero.Station.Recipes.Failures.FailureSide;
using static Espero.Station.Recipes.Failures.FailureStage;
using static Espero.Station.Recipes.Failures.RetryRule;

namespace Espero.Station.Recipes.Failures;

/// <summary>Batteries and power.</summary>
internal static class PowerFailures
{
    public static readonly ImmutableArray<FailureClass> All =
    [
        new(FailureCode.BatteryLow, Check, Phone, Safe, PersonAtStation,
            new(
                "The battery is too low to write safely.",
                "A phone that goes out in the middle may not start again.",
                "Leave it on the charger for thirty minutes."),
            new(
                "La batterie est trop faible pour écrire sans risque.",
                "Un téléphone qui s'éteint au milieu peut ne plus redémarrer.",
                "Laissez-le charger trente minutes.")),
        new(FailureCode.BatteryHot, AtAnyTime, Phone, AfterHands, PersonAtStation,
            new(
                "Danger: the battery is too hot.",
                "Charging and writing would heat it further, and a battery that runs away burns.",
                "Move away and call an adult; the adult unplugs the phone, takes it out of its case and lets it cool on stone or metal for half an hour."),
            new(
                "Danger : la batterie est trop chaude.",
                "La charge et l'écriture la chaufferaient encore, et une batterie qui s'emballe brûle.",
                "Éloignez-vous et appelez un adulte ; l'adulte débranche le téléphone, retire sa coque et le laisse refroidir une demi-heure sur de la pierre ou du métal."))
        {
            RaisesAlarm = true,
        },
        new(FailureCode.BatterySwollen, AtAnyTime, Phone, Never, PersonAtStation,
            new(
                "Danger: the battery is swollen.",
                "It can catch fire, above all while it charges or when it is pressed.",
                "Move away and call an adult; the adult unplugs the phone without pressing on it, puts it on a surface that does not burn, and hands it to somebody who changes batteries."),
            new(
                "Danger : la batterie est gonflée.",
                "Elle peut prendre feu, surtout pendant la charge ou si l'on appuie dessus.",
                "Éloignez-vous et appelez un adulte ; l'adulte débranche le téléphone sans appuyer dessus, le pose sur une surface qui ne brûle pas et le confie à quelqu'un qui change les batteries."))
        {
            RaisesAlarm = true,
        },
        new(FailureCode.PortOverCurrent, AtAnyTime, FailureSide.Station, AfterHands, PersonAtStation,
            new(
                "Danger: the hub switched this port off because too much current flowed.",
                "A plug or a phone has a short circuit, or the hub is overloaded.",
                "Move away and call an adult; the adult unplugs this phone, looks for dirt or metal in its socket, and tries it alone on another port."),
            new(
                "Danger : le concentrateur a coupé cette prise car trop de courant passait.",
                "Une fiche ou un téléphone est en court-circuit, ou le concentrateur est surchargé.",
                "Éloignez-vous et appelez un adulte ; l'adulte débranche ce téléphone, cherche de la saleté ou du métal dans sa prise et l'essaie seul sur une autre prise."))
        {
            RaisesAlarm = true,
        },
        new(FailureCode.HubPowerLow, AtAnyTime, FailureSide.Station, AfterHands, Technician,
            new(
                "The hub does not give the phones enough power.",
                "Its power supply is missing or too weak for so many phones.",
                "Plug in the hub's own power supply, or use fewer phones at once."),
            new(
                "Le concentrateur ne fournit pas assez de courant aux téléphones.",
                "Son alimentation manque ou est trop faible pour autant de téléphones.",
                "Branchez l'alimentation du concentrateur, ou mettez moins de téléphones à la fois.")),
    ];
}
