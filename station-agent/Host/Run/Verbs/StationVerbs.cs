using System.IO.Compression;
using System.Text;
using Espero.Plan.V1;
using Espero.Station.Recipes.Builds;
using Espero.Station.Recipes.Failures;

namespace Espero.Station.Run.Verbs;

/// <summary>What is done to files at the station, before any phone is touched.</summary>
internal sealed class StationVerbs(AttemptKit kit, GateVerbs gates)
{
    public async Task<StepEnd> FetchAsync(IEnumerable<string> fileNames, CancellationToken cancellationToken)
    {
        foreach (var name in fileNames)
        {
            var end = await FetchAsync(name, cancellationToken);
            if (!end.LetsGoOn)
            {
                return end;
            }
        }

        return StepEnd.Done;
    }

    /// <summary>As fetch, but a person is asked for a file that is not here: its maker lets no program download it.</summary>
    public async Task<StepEnd> FetchManualAsync(Step step, CancellationToken cancellationToken)
    {
        var fileName = step.FetchManual.FileName;
        var end = await FetchAsync(fileName, cancellationToken);
        if (end.FailureClass is not FailureCode.FileMissing)
        {
            return end;
        }

        var ask = new Ask { SentenceCode = step.FetchManual.SentenceCode, Words = fileName };
        end = await gates.AskAsync(new Step { Id = step.Id, Ask = ask }, cancellationToken);
        if (!end.LetsGoOn)
        {
            return end;
        }

        end = await FetchAsync(fileName, cancellationToken);
        return end.FailureClass is FailureCode.FileMissing ? StepEnd.Failed(FailureCode.HandsNotDone, end.Detail) : end;
    }

    public Task<StepEnd> UnpackAsync(Unpack unpack, CancellationToken cancellationToken) =>
        kit.Files.UseAsync(unpack.ArchiveFileName, path => UnpackAsync(unpack, path, cancellationToken), cancellationToken);

    private async Task<StepEnd> UnpackAsync(Unpack unpack, string path, CancellationToken cancellationToken)
    {
        try
        {
            await using var archive = await ZipFile.OpenReadAsync(path, cancellationToken);
            foreach (var member in unpack.Members)
            {
                var end = await UnpackAsync(archive, member, cancellationToken);
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

    private async Task<StepEnd> FetchAsync(string fileName, CancellationToken cancellationToken)
    {
        var (path, end) = await kit.Files.EnsureAsync(fileName, cancellationToken);
        if (end.LetsGoOn)
        {
            kit.Log.Write($"file {fileName} is here with its hash ({new FileInfo(path).Length} bytes)");
        }

        return end;
    }

    private async Task<StepEnd> UnpackAsync(ZipArchive archive, Unpack.Types.Member member, CancellationToken cancellationToken)
    {
        if (ArchiveMember.Find(archive, member.Path, out var trouble) is not { } entry)
        {
            return StepEnd.Failed(FailureCode.FileMissing, trouble);
        }

        // What an archive says of its sizes is not believed: keeping stops at the plan's.
        await using var unpacked = await entry.OpenAsync(cancellationToken);
        return await kit.Files.KeepAsync(member.FileName, unpacked, cancellationToken);
    }
}
