using System.Collections.Immutable;

namespace Espero.VirtualPhone.Models;

/// <summary>The models that <c>espero-phone</c> can play. To add one, write its record and name it here.</summary>
public static class ModelCatalog
{
    public static ImmutableArray<PhoneModel> All { get; } =
        [VirtualA.Model, VirtualB.Model, VirtualC.Model, VirtualD.Model, VirtualE.Model, .. Conditions.All];

    /// <summary>The model called <paramref name="name"/>, or null.</summary>
    public static PhoneModel? Find(string name) => All.FirstOrDefault(model => model.Name == name);
}
