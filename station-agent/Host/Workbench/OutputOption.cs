using System.CommandLine;
using Espero.Station.Recipes.Words;

namespace Espero.Station.Workbench;

/// <summary>For people or for programs.</summary>
internal static class OutputOption
{
    public const string Table = "table";
    public const string Json = "json";

    public static Option<string> Create(Surroundings surroundings)
    {
        var option = new Option<string>("--output", "-o")
        {
            Description = surroundings.Say("How the answer is written.", "Comment la réponse est écrite."),
            DefaultValueFactory = _ => Table,
        };
        option.AcceptOnlyFromAmong(Table, Json);
        return option;
    }
}
