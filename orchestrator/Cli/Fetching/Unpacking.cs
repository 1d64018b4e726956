using System.Collections.Immutable;
using System.IO.Compression;
using Espero.Plan.V1;
using Espero.Station.Recipes.Builds;
using File = System.IO.File;

namespace Espero.Cli.Fetching;

/// <summary>Takes out of an archive what a recipe will take out of it, so that it can be measured.</summary>
internal static class Unpacking
{
    private const int BufferBytes = 1 << 18;

    /// <summary>Each member with what is wrong with it; null where it is in the folder now.</summary>
    public static async Task<ImmutableArray<(string Name, string? Trouble)>> RunAsync(
        Unpack unpack, string folder, long maxBytes, CancellationToken cancellationToken)
    {
        try
        {
            await using var archive = await ZipFile.OpenReadAsync(Path.Combine(folder, unpack.ArchiveFileName), cancellationToken);
            var members = ImmutableArray.CreateBuilder<(string, string?)>();
            foreach (var member in unpack.Members)
            {
                var trouble = await TakeOutAsync(archive, member, Path.Combine(folder, member.FileName), maxBytes, cancellationToken);
                members.Add((member.FileName, trouble));
            }

            return members.ToImmutable();
        }
        catch (InvalidDataException broken)
        {
            return [.. unpack.Members.Select(member => (member.FileName, (string?)broken.Message))];
        }
    }

    private static async Task<string?> TakeOutAsync(
        ZipArchive archive, Unpack.Types.Member member, string path, long maxBytes, CancellationToken cancellationToken)
    {
        if (ArchiveMember.Find(archive, member.Path, out var trouble) is not { } entry)
        {
            return trouble;
        }

        // What an archive says of its sizes is not believed.
        await using var content = await entry.OpenAsync(cancellationToken);
        await using var file = File.Create(path);
        var buffer = new byte[BufferBytes];
        int length;
        while ((length = await content.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (file.Length + length > maxBytes)
            {
                return $"{member.Path} is larger than any system";
            }

            await file.WriteAsync(buffer.AsMemory(0, length), cancellationToken);
        }

        return null;
    }
}
