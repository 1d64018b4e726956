using System.Collections.Immutable;
using Espero.Station.Recipes.Builds;
using Espero.Station.Recipes.Source;
using Google.Protobuf;
using PlanFile = Espero.Plan.V1.File;

namespace Espero.Station.Recipes.Compiling;

/// <summary>Turns a recipe and a build into a plan. The same input gives the same bytes, always.</summary>
public static class RecipeCompiler
{
    /// <summary>The vocabulary that plans are written in.</summary>
    public const uint PlanFormat = 1;

    /// <summary>Steps and fallbacks together.</summary>
    public const int MaxSteps = 500;

    internal static readonly ImmutableArray<string> Keys =
        ["recipe", "model", "source", "identity", "proof", "partitions", "never-write", "requires", "rollback", "steps"];

    /// <summary>The plan, or every reason why the recipe is refused.</summary>
    /// <param name="text">The recipe's content.</param>
    /// <param name="fileName">How messages name the recipe.</param>
    /// <param name="build">The build whose files and models the recipe may name.</param>
    public static Parsed<CompiledPlan> Compile(string text, string fileName, Build build)
    {
        var errors = new ErrorList(fileName);
        return SourceReader.Read(text, errors) is { } root ? Compile(root, errors, build) : new Parsed<CompiledPlan>(errors.InOrder());
    }

    /// <summary>The same for a recipe that some reader has made of a file of another format.</summary>
    internal static Parsed<CompiledPlan> Compile(SourceNode root, ErrorList errors, Build build)
    {
        var recipe = Check(root, errors, build.Models, [.. build.Files.Select(file => file.Name)]);
        if (!recipe.IsGood)
        {
            return new Parsed<CompiledPlan>(recipe.Errors);
        }

        if (!recipe.Value.NeverWrite.IsEmpty)
        {
            errors.Add(((SourceMap)root).Find("never-write")!, RecipeComplaints.NotSigned(recipe.Value.NeverWrite));
            return new Parsed<CompiledPlan>(errors.InOrder());
        }

        var plan = recipe.Value.Rehearsal;
        plan.BuildId = build.Id;
        var files = Files(plan, build);
        plan.Files.Clear();
        plan.Files.Add(files);
        return new Parsed<CompiledPlan>(CompiledPlan.From(plan));
    }

    /// <summary>What is sure of a recipe before its files are here, or every reason why it is refused.</summary>
    /// <param name="origins">Which files there will be, for which models.</param>
    public static Parsed<CheckedRecipe> Check(string text, string fileName, OriginList origins)
    {
        var errors = new ErrorList(fileName);
        return SourceReader.Read(text, errors) is { } root
            ? Check(root, errors, origins.Models, [.. origins.Files.Select(file => file.Name)])
            : new Parsed<CheckedRecipe>(errors.InOrder());
    }

    /// <summary>The same for a recipe that some reader has made of a file of another format.</summary>
    internal static Parsed<CheckedRecipe> Check(
        SourceNode root, ErrorList errors, ImmutableArray<string> models, ImmutableArray<string> fileNames)
    {
        var values = new ValueReader(errors);
        if (values.Map(root, "recipe", Keys) is not { } map)
        {
            return new Parsed<CheckedRecipe>(errors.InOrder());
        }

        var recipe = Read(map, values, models, fileNames);
        return errors.IsEmpty ? new Parsed<CheckedRecipe>(recipe) : new Parsed<CheckedRecipe>(errors.InOrder());
    }

    private static CheckedRecipe Read(SourceMap map, ValueReader values, ImmutableArray<string> models, ImmutableArray<string> fileNames)
    {
        var tests = new FactTestReader(values);
        var head = new RecipeHead(values, tests, map);
        var proof = head.Proof();
        var neverWrite = head.NeverWrite();
        var scope = new RecipeScope(models, fileNames, head.Partitions(), neverWrite);
        var steps = new StepReader(values, new ArgumentReader(values, scope, tests), new ConditionReader(values, tests));
        var plan = new Plan.V1.Plan
        {
            Format = PlanFormat,
            RecipeName = head.Name(),
            Model = head.Model(models),
            PromisedProof = proof,
            Requirements = { head.Requirements() },
            RollbackMarks = { head.RollbackMarks() },
        };

        var drafts = steps.ReadAll(values.RequiredList(map, "steps"));
        var all = drafts.SelectMany(draft => draft.Flatten()).ToImmutableArray();
        if (all.Length > MaxSteps)
        {
            values.Errors.Add(map.Find("steps")!, RecipeComplaints.TooManySteps(MaxSteps));
        }

        StepIds.Assign(all, values.Errors);
        if (values.Errors.IsEmpty) // a step that was refused would make its neighbours look wrong
        {
            PlanRules.Check(all, values.Errors);
            if (!PlanRules.CanReach(proof, all))
            {
                values.Errors.Add(map.Find("proof")!, RecipeComplaints.ProofOutOfReach);
            }
        }

        var named = all.SelectMany(draft => draft.Files).Select(file => file.Name).ToHashSet(StringComparer.Ordinal);
        plan.Files.Add(named.Order(StringComparer.Ordinal).Select(name => new PlanFile { Name = name }));
        plan.Steps.Add(drafts.Select(draft => draft.Step));
        return new CheckedRecipe(plan, head.Source(), neverWrite);
    }

    // Only what the steps name: a build for ten models is not brought to a phone of one.
    private static PlanFile[] Files(Plan.V1.Plan rehearsal, Build build)
    {
        var named = rehearsal.Files.Select(file => file.Name).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. build.Files.Where(file => named.Contains(file.Name)).Select(file => new PlanFile
            {
                Name = file.Name,
                SizeBytes = file.SizeBytes,
                Sha256 = ByteString.CopyFrom(Convert.FromHexString(file.Sha256)),
            }),
        ];
    }
}
