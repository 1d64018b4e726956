using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Espero.Station.Recipes.Builds;

namespace Espero.Cli.Building;

/// <summary>Sends files of builds, each only if the orchestrator does not have it.</summary>
internal sealed class FileUpload : IDisposable
{
    private readonly HttpClient _http;
    private readonly Surroundings _surroundings;

    public FileUpload(Uri filesAddress, Surroundings surroundings)
    {
        _surroundings = surroundings;
        // Gigabytes over a slow line take what they take.
        _http = new HttpClient { BaseAddress = filesAddress, Timeout = Timeout.InfiniteTimeSpan };
        _http.DefaultRequestHeaders.AcceptLanguage.ParseAdd(surroundings.Language);
    }

    public async Task SendIfMissingAsync(ImageFile file, string path, CancellationToken cancellationToken)
    {
        using var question = new HttpRequestMessage(HttpMethod.Head, $"/v1/files/{file.Sha256}");
        using var there = await _http.SendAsync(question, cancellationToken);
        if (there.IsSuccessStatusCode)
        {
            return;
        }

        await using var content = new UploadStream(path, _surroundings.TalkIsTerminal ? Progress(file) : null);
        using var body = new StreamContent(content);
        body.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        using var answer = await _http.PutAsync($"/v1/files/{file.Sha256}", body, cancellationToken);
        if (!answer.IsSuccessStatusCode)
        {
            throw new StopException(
                answer.StatusCode is HttpStatusCode.InsufficientStorage ? ExitCode.Failed : ExitCode.Refused,
                await ReadSentenceAsync(answer, cancellationToken));
        }
    }

    public void Dispose() => _http.Dispose();

    private Action<long, long> Progress(ImageFile file) => (done, total) =>
        _surroundings.Talk.Write(done == total ? $"\r{file.Name} 100 %\n" : $"\r{file.Name} {done * 100 / total} %");

    // A problem document (RFC 9457); its detail is already in the person's language.
    private static async Task<Sentence> ReadSentenceAsync(HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        var text = await answer.Content.ReadAsStringAsync(cancellationToken);
        try
        {
            using var problem = JsonDocument.Parse(text);
            var detail = problem.RootElement.GetProperty("detail").GetString()!;
            return new Sentence(detail, detail);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return new Sentence(
                $"The file was not taken: the server answered {(int)answer.StatusCode}. Check that the address is an Espero orchestrator's.",
                $"Le fichier n'a pas été accepté : le serveur a répondu {(int)answer.StatusCode}. Vérifiez que l'adresse est celle d'un orchestrateur Espero.");
        }
    }
}
