using System.IO.Compression;
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

    public Task<StepEnd> WriteFileAsync(WriteFile file, CancellationToken cancellationToken) => kit.Files.KeepAsync(
        file.FileName, (stream, token) => stream.WriteAsync(Encoding.UTF8.GetBytes(file.Text), token).AsTask(), cancellationToken);

    private async Task<StepEnd> UnpackAsync(ZipArchive archive, Unpack.Types.Member member, CancellationToken cancellationToken)
    {
        if (archive.GetEntry(member.Path) is not { } entry)
        {
            return StepEnd.Failed(FailureCode.FileMissing, $"The archive holds no {member.Path}.");
        }

        // What an archive says about itself is not believed: the plan's size bounds what is written.
        if (kit.Files.Find(member.FileName) is { } file && entry.Length != file.SizeBytes)
        {
            return StepEnd.Failed(
                FailureCode.ImageCorrupt, $"{member.Path} unpacks to {entry.Length} bytes; the plan says {file.SizeBytes}.");
        }

        return await kit.Files.KeepAsync(
            member.FileName,
            async (stream, token) =>
            {
                await using var unpacked = await entry.OpenAsync(token);
                await unpacked.CopyToAsync(stream, token);
            },
            cancellationToken);
    }
}
