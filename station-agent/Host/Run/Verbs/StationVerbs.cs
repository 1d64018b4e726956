using System.IO.Compression;
using System.IO.Enumeration;
using System.Text;
using Espero.Plan.V1;
using Espero.Station.Recipes.Failures;

namespace Espero.Station.Run.Verbs;

/// <summary>What is done to files at the station, before any phone is touched.</summary>
internal sealed class StationVerbs(AttemptKit kit)
{
    public async Task<StepEnd> FetchAsync(IEnumerable<string> fileNames, CancellationToken cancellationToken)
    {
        foreach (var name in fileNames)
        {
            var (path, end) = await kit.Files.EnsureAsync(name, cancellationToken);
            if (!end.LetsGoOn)
            {
                return end;
            }

            kit.Log.Write($"file {name} is here with its hash ({new FileInfo(path).Length} bytes)");
        }

        return StepEnd.Done;
    }

    public async Task<StepEnd> UnpackAsync(Unpack unpack, CancellationToken cancellationToken)
    {
        var (path, end) = await kit.Files.EnsureAsync(unpack.ArchiveFileName, cancellationToken);
        if (!end.LetsGoOn)
        {
            return end;
        }

        try
        {
            await using var archive = await ZipFile.OpenReadAsync(path, cancellationToken);
            foreach (var member in unpack.Members)
            {
                end = await UnpackAsync(archive, member, cancellationToken);
                if (!end.LetsGoOn)
                {
                    return end;
                }
            }

            return StepEnd.Done;
        }
        catch (InvalidDataException broken)
        {
            return StepEnd.Failed(FailureCode.ImageCorrupt, $"The archive {unpack.ArchiveFileName} cannot be read: {broken.Message}");
        }
    }

    public async Task<StepEnd> WriteFileAsync(WriteFile file, CancellationToken cancellationToken)
    {
        using var text = new MemoryStream(Encoding.UTF8.GetBytes(file.Text));
        return await kit.Files.KeepAsync(file.FileName, text, cancellationToken);
    }

    private async Task<StepEnd> UnpackAsync(ZipArchive archive, Unpack.Types.Member member, CancellationToken cancellationToken)
    {
        ZipArchiveEntry[] fitting = [.. archive.Entries.Where(entry => FileSystemName.MatchesSimpleExpression(member.Path, entry.FullName, ignoreCase: false)).Take(2)];
        if (fitting is not [var entry])
        {
            return StepEnd.Failed(
                FailureCode.FileMissing,
                fitting.Length == 0 ? $"The archive holds no {member.Path}." : $"The archive holds more than one {member.Path}.");
        }

        // What an archive says of its sizes is not believed: keeping stops at the plan's.
        await using var unpacked = await entry.OpenAsync(cancellationToken);
        return await kit.Files.KeepAsync(member.FileName, unpacked, cancellationToken);
    }
}
