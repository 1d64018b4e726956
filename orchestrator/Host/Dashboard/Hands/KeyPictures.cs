using Espero.Orchestrator.Dashboard.Texts;
using Espero.Station.Recipes.KeyCombinations;
using Espero.Station.Recipes.KeyCombinations.Drawing;

namespace Espero.Orchestrator.Dashboard.Hands;

/// <summary>The drawings of which keys to press.</summary>
internal static class KeyPictures
{
    /// <summary>Null for a key that no drawing can be made of.</summary>
    public static string? Address(string pictureKey, PageLanguage language) =>
        Draw(pictureKey, language.Code) is null ? null : $"/keys/{Uri.EscapeDataString(pictureKey)}.{language.Code}.svg";

    /// <summary>The same address always means the same picture.</summary>
    public static IResult Serve(HttpContext context, string pictureKey, string language)
    {
        if (PageLanguage.All.All(known => known.Code != language) || Draw(pictureKey, language) is not { } svg)
        {
            return Results.NotFound();
        }

        context.Response.Headers.CacheControl = "public, max-age=86400";
        return Results.Text(svg, "image/svg+xml; charset=utf-8");
    }

    private static string? Draw(string pictureKey, string language) =>
        KeyCode.TryRead(pictureKey, out var combination) ? KeyDrawing.Draw(combination, language) : null;
}
