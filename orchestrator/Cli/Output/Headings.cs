
namespace Espero.Cli.Output;

/// <summary>The headings that several tables share: one word for one thing.</summary>
internal static class Headings
{
    public static readonly Sentence Job = new("JOB", "DEMANDE");
    public static readonly Sentence Phone = new("PHONE", "TÉLÉPHONE");
    public static readonly Sentence Build = new("BUILD", "SYSTÈME");
    public static readonly Sentence Site = new("SITE", "LIEU");
    public static readonly Sentence Station = new("STATION", "POSTE");
    public static readonly Sentence Port = new("PORT", "PRISE");
    public static readonly Sentence Mode = new("MODE", "MODE");
    public static readonly Sentence State = new("STATE", "ÉTAT");
    public static readonly Sentence Why = new("WHY", "POURQUOI");
}
