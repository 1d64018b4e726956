using Espero.Orchestrator.Answers;
using Espero.Station.Recipes.Words;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace Espero.Orchestrator.Catalog;

/// <summary>The files of builds over HTTP: sent once, fetched by every station, in ranges where a line breaks.</summary>
internal static class FileEndpoints
{
    public const string Route = "/v1/files/{sha256}";

    private static readonly Sentence BadName = new(
        "A file is named by its SHA-256, 64 lower-case hexadecimal digits, and this name is none. Compute it with sha256sum.",
        "Un fichier est nommé par son SHA-256, 64 chiffres hexadécimaux minuscules, et ce nom n'en est pas un. Calculez-le avec sha256sum.");

    private static readonly Sentence NotHere = new(
        "No file with this hash is here. Send it first, or check the hash.",
        "Aucun fichier portant ce hachage n'est ici. Envoyez-le d'abord, ou vérifiez le hachage.");

    public static IEndpointRouteBuilder MapCatalog(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods(Route, [HttpMethods.Get, HttpMethods.Head], Fetch)
            .WithSummary("Fetches a file of a build, whole or in ranges.")
            .Produces(StatusCodes.Status200OK, contentType: "application/octet-stream")
            .Produces(StatusCodes.Status206PartialContent, contentType: "application/octet-stream")
            .Produces(StatusCodes.Status416RangeNotSatisfiable)
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound);
        routes.MapPut(Route, StoreAsync)
            .WithSummary("Sends a file of a build. It is kept only if its bytes have the hash in its address.")
            .Accepts<Stream>("application/octet-stream")
            .Produces(StatusCodes.Status201Created)
            .Produces(StatusCodes.Status204NoContent)
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .ProducesProblem(StatusCodes.Status507InsufficientStorage);
        return routes;
    }

    private static IResult Fetch(string sha256, FileStore files, HttpContext context)
    {
        if (FileHash.Parse(sha256) is not { } hash)
        {
            return Problem.Of(context, StatusCodes.Status400BadRequest, BadName);
        }

        // The hash is the tag: a range resumed with If-Range can only continue the very same bytes.
        return files.Find(hash) is { } file
            ? Results.File(
                file.FullName, "application/octet-stream", entityTag: new EntityTagHeaderValue($"\"{hash}\""), enableRangeProcessing: true)
            : Problem.Of(context, StatusCodes.Status404NotFound, NotHere);
    }

    private static async Task<IResult> StoreAsync(
        string sha256, FileStore files, HttpContext context, CancellationToken cancellationToken)
    {
        if (FileHash.Parse(sha256) is not { } hash)
        {
            return Problem.Of(context, StatusCodes.Status400BadRequest, BadName);
        }

        // Kestrel's own limit answers without a sentence; ours counts the bytes.
        context.Features.GetRequiredFeature<IHttpMaxRequestBodySizeFeature>().MaxRequestBodySize = null;
        var result = await files.StoreAsync(hash, context.Request.Body, context.Request.ContentLength, cancellationToken);
        return result switch
        {
            StoreResult.Stored => Results.Created(context.Request.Path, null),
            StoreResult.AlreadyHere => Results.NoContent(),
            StoreResult.TooLarge => Problem.Of(context, StatusCodes.Status413PayloadTooLarge, result.Complaint!),
            StoreResult.WrongHash => Problem.Of(context, StatusCodes.Status422UnprocessableEntity, result.Complaint!),
            _ => Problem.Of(context, StatusCodes.Status507InsufficientStorage, result.Complaint!),
        };
    }
}
