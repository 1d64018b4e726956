namespace Espero.Station.Link;

/// <summary>The token of the last Welcome. Replaced whole: after a power cut it is the old or the new one, never half of one.</summary>
internal sealed class LinkTokenFile(string path)
{
    public string Read() => File.Exists(path) ? File.ReadAllText(path) : "";

    public void Write(string token)
    {
        var newPath = path + ".new";
        using (var handle = File.OpenHandle(newPath, FileMode.Create, FileAccess.Write))
        {
            RandomAccess.Write(handle, System.Text.Encoding.UTF8.GetBytes(token), 0);
            RandomAccess.FlushToDisk(handle);
        }

        File.Move(newPath, path, overwrite: true);
    }
}
