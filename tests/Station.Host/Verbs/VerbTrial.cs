using System.Net;
using Espero.Station.Host.Tests.Workbench;
using Espero.VirtualPhone;
using Espero.VirtualPhone.Models;
using Espero.VirtualPhone.State;

namespace Espero.Station.Host.Tests.Verbs;

/// <summary>One verb of a recipe, carried out by the engine on one virtual phone, and what the phone is afterwards.</summary>
/// <param name="Verb">By its name in recipes.</param>
/// <param name="About">What tells this trial from the others of the verb.</param>
/// <param name="Steps">Of the recipe; the phone starts in its bootloader.</param>
internal sealed record VerbTrial(string Verb, string About, string Steps)
{
    public string Title => $"{Verb}, {About}, {Model.Name}";

    /// <summary>Two slots and dynamic partitions, unless it is said.</summary>
    public PhoneModel Model { get; init; } = VirtualC.Model;

    public bool IsLocked { get; init; }

    /// <summary>The phone speaks adb too, even after a wipe.</summary>
    public bool OverAdb { get; init; }

    /// <summary>More lines of the recipe's head.</summary>
    public string Head { get; init; } = "";

    /// <summary>Brings the files.</summary>
    public Action<FlashRig> Before { get; init; } = _ => { };

    /// <summary>What a person does when asked; null when nobody is there.</summary>
    public Action<FlashRig>? Person { get; init; }

    /// <summary>What becomes of the phone, given how it was before.</summary>
    public Func<PhoneState, PhoneState, bool> Becomes { get; init; } = (_, _) => true;

    /// <summary>Asserts what its state does not tell.</summary>
    public Action<FlashRig> After { get; init; } = _ => { };

    public string Recipe =>
        $"""
        recipe: trial
        model: espero/{Model.Name}
        identity:
          - getvar.product: {Model.Product}
          - partition.userdata: "{Model.Partitions.Single(partition => partition.Name == "userdata").SizeBytes}"
        proof: none
        {Head}
        steps:
        {Steps}
        """;

    public VirtualPhoneOptions Of(VirtualPhoneOptions options) => options with
    {
        Model = Model,
        Locked = IsLocked,
        ListenAdb = OverAdb ? new(IPAddress.Loopback, 0) : null,
        AdbStaysOn = OverAdb,
    };
}
