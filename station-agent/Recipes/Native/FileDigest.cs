using System.Security.Cryptography;
using Espero.Station.Recipes.Source;

namespace Espero.Station.Recipes.Native;

/// <summary>What a recipe of another format says of a file's content.</summary>
internal sealed record FileDigest(SourceScalar File, SourceScalar Value, HashAlgorithmName Algorithm);
