using Espero.Plan.V1;

namespace Espero.Station.Recipes.Vocabulary;

/// <summary>Which steps open the phone with what its maker gave for it alone: a build is for many phones and cannot hold it.</summary>
public static class PhoneCodes
{
    /// <summary>Without its fallbacks.</summary>
    public static bool IsNeededBy(Step step) =>
        step.Unlock is { TokenFileName.Length: 0, Method: Unlock.Types.Method.Code or Unlock.Types.Method.TokenFile };
}
