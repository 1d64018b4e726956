using System.Collections.Immutable;
using static Espero.Station.Recipes.Failures.FailureActor;
using static Espero.Station.Recipes.Failures.FailureSide;
using static Espero.Station.Recipes.Failures.RetryRule;

namespace Espero.Station.Recipes.Failures;

/// <summary>Batteries and power.</summary>
internal static class PowerFailures
{
    public static readonly ImmutableArray<FailureClass> All =
    [
        new(FailureCode.BatteryLow, Phone, Safe, PersonAtStation,
            new(
                "The battery is too low to write safely.",
                "A phone that goes out in the middle may not start again.",
                "Leave it on the charger for thirty minutes."),
            new(
                "La batterie est trop faible pour écrire sans risque.",
                "Un téléphone qui s'éteint au milieu peut ne plus redémarrer.",
                "Laissez-le charger trente minutes.")),
        new(FailureCode.BatteryHot, Phone, Safe, PersonAtStation,
            new(
                "The battery is too hot.",
                "Charging and writing would heat it further.",
                "Unplug the phone, take it out of its case, and let it cool for half an hour."),
            new(
                "La batterie est trop chaude.",
                "La charge et l'écriture la chaufferaient encore.",
                "Débranchez le téléphone, retirez sa coque et laissez-le refroidir une demi-heure.")),
        new(FailureCode.BatterySwollen, Phone, Never, PersonAtStation,
            new(
                "The battery is swollen.",
                "It can catch fire, above all while it charges.",
                "Unplug the phone now, do not press on it, put it on a surface that does not burn, and hand it to somebody who changes batteries."),
            new(
                "La batterie est gonflée.",
                "Elle peut prendre feu, surtout pendant la charge.",
                "Débranchez tout de suite le téléphone, n'appuyez pas dessus, posez-le sur une surface qui ne brûle pas et confiez-le à quelqu'un qui change les batteries.")),
        new(FailureCode.PortOverCurrent, FailureSide.Station, AfterHands, PersonAtStation,
            new(
                "The hub switched this port off because too much current flowed.",
                "A plug or a phone has a short circuit, or the hub is overloaded.",
                "Unplug this phone, look for dirt or metal in its socket, and try it alone on another port."),
            new(
                "Le concentrateur a coupé cette prise car trop de courant passait.",
                "Une fiche ou un téléphone est en court-circuit, ou le concentrateur est surchargé.",
                "Débranchez ce téléphone, cherchez de la saleté ou du métal dans sa prise et essayez-le seul sur une autre prise.")),
        new(FailureCode.HubPowerLow, FailureSide.Station, AfterHands, Technician,
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
