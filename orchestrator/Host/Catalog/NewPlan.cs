using Espero.Station.Recipes.Compiling;

namespace Espero.Orchestrator.Catalog;

/// <summary>A compiled recipe as it is stored.</summary>
/// <param name="PlanId">SHA-256 of <paramref name="Bytes"/>, 64 lower-case hexadecimal digits.</param>
/// <param name="Model">"vendor/codename".</param>
internal sealed record NewPlan(string PlanId, string Model, string RecipeName, string RecipeYaml, byte[] Bytes)
{
    public static NewPlan Of(CompiledPlan compiled, string recipeYaml)
    {
        var plan = compiled.ToPlan();
        return new NewPlan(
            compiled.Sha256Text, $"{plan.Model.Vendor}/{plan.Model.Codename}", plan.RecipeName, recipeYaml, compiled.Bytes.ToByteArray());
    }
}
