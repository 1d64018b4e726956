namespace Espero.Station.Recipes.VerifiedBoot;

/// <summary>How a vbmeta struct covers a partition.</summary>
public enum VbmetaCover
{
    /// <summary>By the root of a hash tree, checked block by block while the system runs.</summary>
    HashTree,

    /// <summary>By the hash of the whole image, checked at every start.</summary>
    Hash,

    /// <summary>The partition has a struct of its own, signed by a named key.</summary>
    Chain,
}
