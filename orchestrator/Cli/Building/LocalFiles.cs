using System.Security.Cryptography;
using Espero.Station.Recipes.Builds;

namespace Espero.Cli.Building;

/// <summary>Compares the files of a folder with what a build file says of them, before anything is sent.</summary>
internal static class LocalFiles
{
    private const int BufferBytes = 1 << 20;

    public static async Task CheckAsync(Build build, string folder, CancellationToken cancellationToken)
    {
        foreach (var file in build.Files)
        {
            await CheckAsync(file, Path.Combine(folder, file.Name), cancellationToken);
        }
    }

    private static async Task CheckAsync(ImageFile file, string path, CancellationToken cancellationToken)
    {
        if (!File.Exists(path))
        {
            throw StopException.NotFound(
                $"The build names {file.Name}, and {path} is not there. Put the file into the folder, or give the right one with --files.",
                $"Le système nomme {file.Name}, et {path} n'existe pas. Mettez le fichier dans le dossier, ou indiquez le bon avec --files.");
        }

        await using var stream = new FileStream(
            path, FileMode.Open, FileAccess.Read, FileShare.Read, BufferBytes, FileOptions.Asynchronous | FileOptions.SequentialScan);
        var found = Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancellationToken));
        if (found != file.Sha256)
        {
            throw StopException.Refused(
                $"{path} has the SHA-256 {found}, and the build file says {file.Sha256}. The file is another one, or was spoilt on its way: fetch it again from its publisher. Nothing was sent.",
                $"{path} a le SHA-256 {found}, alors que le fichier du système annonce {file.Sha256}. C'est un autre fichier, ou il a été abîmé en route : récupérez-le de nouveau chez son éditeur. Rien n'a été envoyé.");
        }

        if ((ulong)stream.Length != file.SizeBytes)
        {
            throw StopException.Refused(
                $"{path} is {stream.Length} bytes long, and the build file says {file.SizeBytes}. Correct the size in the build file. Nothing was sent.",
                $"{path} fait {stream.Length} octets, alors que le fichier du système annonce {file.SizeBytes}. Corrigez la taille dans ce fichier. Rien n'a été envoyé.");
        }
    }
}
