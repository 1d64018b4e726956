using System.Diagnostics.CodeAnalysis;
using Espero.Station.Recipes.Source;
using Espero.Station.Recipes.Vocabulary;
using Google.Protobuf;

namespace Espero.Station.Recipes.Compiling;

/// <summary>Reads a plan that came over the wire, and trusts nothing in it.</summary>
public static class PlanReader
{
    /// <summary>
    /// False when the bytes do not have this hash, are no plan, are of another format, name a step or a file twice, a file that is
    /// not listed, or a step without a verb: the failure is then "plan-unreadable", and <paramref name="reason"/> says which.
    /// </summary>
    public static bool TryRead(
        ByteString bytes, ByteString sha256, [NotNullWhen(true)] out Plan.V1.Plan? plan, [NotNullWhen(false)] out string? reason)
    {
        plan = null;
        if (!CompiledPlan.HashOf(bytes.Span).Equals(sha256))
        {
            reason = "The plan's bytes and its hash differ.";
            return false;
        }

        Plan.V1.Plan read;
        try
        {
            read = Plan.V1.Plan.Parser.ParseFrom(bytes);
        }
        catch (InvalidProtocolBufferException exception)
        {
            reason = $"The bytes are no plan: {exception.Message}";
            return false;
        }

        reason = Fault(read);
        plan = reason is null ? read : null;
        return reason is null;
    }

    private static string? Fault(Plan.V1.Plan plan)
    {
        if (plan.Format != RecipeCompiler.PlanFormat)
        {
            return $"The plan has format {plan.Format}; this station knows {RecipeCompiler.PlanFormat}.";
        }

        if (plan.Model is null || plan.Steps.Count == 0)
        {
            return "The plan names no model or holds no step.";
        }

        var files = plan.Files.Select(file => file.Name).ToHashSet(StringComparer.Ordinal);
        if (files.Count < plan.Files.Count)
        {
            return "The plan lists two files of one name.";
        }

        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var step in plan.AllSteps())
        {
            if (step.Id.Length == 0 || !ids.Add(step.Id))
            {
                return $"The step id \"{step.Id}\" is empty or comes twice.";
            }

            // A run gives its own steps names of another kind.
            if (!ValueRules.StepId.Pattern.IsMatch(step.Id))
            {
                return $"The step id \"{step.Id}\" is not of {ValueRules.StepId.Wanted.English}.";
            }

            if (!VerbCatalogue.TryFind(step, out _))
            {
                return $"Step {step.Id} has no verb that this station knows.";
            }

            if (StepFiles.NamedBy(step).FirstOrDefault(name => !files.Contains(name)) is { } unlisted)
            {
                return $"Step {step.Id} names the file {unlisted}, which the plan does not list.";
            }
        }

        return plan.Files.Any(file => file.Sha256.Length != 32 || file.Name.Length == 0 || file.Name.Contains('/', StringComparison.Ordinal))
            ? "A file of the plan has a path for a name, or no SHA-256."
            : null;
    }
}
