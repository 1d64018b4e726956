namespace Espero.VirtualPhone.Gadget;

/// <summary>
/// Plugs a gadget in and out: binds and unbinds its device controller. What it shows is chosen while it is out, so that every
/// change of mode is a real disconnect.
/// </summary>
internal sealed class GadgetCable(GadgetPaths paths, GadgetFace face)
{
    private bool _plugged;

    public void Show(GadgetIdentity identity, string serial)
    {
        // A phone whose program was killed left its face behind.
        foreach (var shown in Directory.EnumerateFileSystemEntries(paths.Shown).Where(entry => new FileInfo(entry).LinkTarget is not null))
        {
            File.Delete(shown);
        }

        File.WriteAllText(paths.VendorId, GadgetIdentity.Text(identity.Vendor));
        File.WriteAllText(paths.ProductId, GadgetIdentity.Text(identity.Product));
        File.WriteAllText(paths.SerialNumber, serial);
        File.CreateSymbolicLink(Path.Combine(paths.Shown, face.Name), paths.Function(face));
    }

    /// <summary>False when it was in already.</summary>
    public bool Plug()
    {
        if (_plugged)
        {
            return false;
        }

        File.WriteAllText(paths.Binding, paths.Controller);
        return _plugged = true;
    }

    public void Unplug()
    {
        if (_plugged)
        {
            _plugged = false;
            try
            {
                File.WriteAllText(paths.Binding, "\n");
            }
            catch (IOException)
            {
                // Somebody has pulled the cable already.
            }
        }
    }
}
