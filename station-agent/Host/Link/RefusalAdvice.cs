using Espero.Station.V1;

namespace Espero.Station.Link;

/// <summary>What the person who looks after the station does about a refusal.</summary>
internal static class RefusalAdvice
{
    public static string For(LinkRefused.Types.Reason reason) => reason switch
    {
        LinkRefused.Types.Reason.TokenMismatch =>
            "Another PC or data directory runs under this station's name. Stop one of the two, or give one another --station.",
        LinkRefused.Types.Reason.WrongSite =>
            "The station is known at another site. Start it with that site's name in --site, or have an operator move it.",
        LinkRefused.Types.Reason.BadHello => "This program and the orchestrator do not fit together. Update the older one.",
        _ => "Ask whoever runs the orchestrator.",
    };
}
