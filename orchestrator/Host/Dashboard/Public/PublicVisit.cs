namespace Espero.Orchestrator.Dashboard.Public;

/// <summary>Marks a connection that came in where the public is let in.</summary>
internal sealed class PublicVisit
{
    public static readonly PublicVisit Mark = new();

    private PublicVisit()
    {
    }

    public static bool Is(HttpContext context) => context.Features.Get<PublicVisit>() is not null;
}
