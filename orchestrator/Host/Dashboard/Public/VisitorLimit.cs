using System.Net;
using System.Threading.RateLimiting;
using Espero.Orchestrator.Answers;
using Espero.Orchestrator.Dashboard.Texts;

namespace Espero.Orchestrator.Dashboard.Public;

/// <summary>How often one address may ask: enough for a class behind one box, too little to copy the book or to keep the database busy.</summary>
internal static class VisitorLimit
{
    public const int AtOnce = 60;
    private const int Ipv6NetworkBytes = 8;
    private static readonly TimeSpan ForEachMore = TimeSpan.FromSeconds(1);

    public static IServiceCollection AddVisitorLimit(this IServiceCollection services) => services.AddRateLimiter(limiter =>
    {
        limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context => PublicPages.IsQuestion(context)
            ? RateLimitPartition.GetTokenBucketLimiter(VisitorOf(context), _ => Bucket())
            : RateLimitPartition.GetNoLimiter(""));
        limiter.OnRejected = (rejected, _) => new ValueTask(RefuseAsync(rejected.HttpContext));
    });

    /// <summary>The visitor's address. A proxy on this machine says whose request it carries; anybody else could say anything.</summary>
    internal static string VisitorOf(HttpContext context)
    {
        var peer = context.Connection.RemoteIpAddress ?? IPAddress.Loopback;
        return IPAddress.IsLoopback(peer) && IPAddress.TryParse(LastForwarded(context.Request), out var carried)
            ? NetworkOf(carried)
            : NetworkOf(peer);
    }

    private static string LastForwarded(HttpRequest request) => request.Headers["X-Forwarded-For"].ToString().Split(',')[^1].Trim();

    // A household has a whole IPv6 network, of which each request could have another address.
    private static string NetworkOf(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return plain.AddressFamily is System.Net.Sockets.AddressFamily.InterNetworkV6
            ? Convert.ToHexString(plain.GetAddressBytes().AsSpan(0, Ipv6NetworkBytes))
            : plain.ToString();
    }

    private static TokenBucketRateLimiterOptions Bucket() => new()
    {
        TokenLimit = AtOnce,
        TokensPerPeriod = 1,
        ReplenishmentPeriod = ForEachMore,
        QueueLimit = 0,
    };

    private static Task RefuseAsync(HttpContext context)
    {
        context.Response.Headers.RetryAfter = "10";
        context.Response.Headers.CacheControl = "no-store";
        var answer = context.Request.Path == PublicPages.Verdict
            ? ProblemAnswer.Of(context, StatusCodes.Status429TooManyRequests, PageTexts.TooOftenTitle, PageTexts.TooOften)
            : Problem.Of(context, StatusCodes.Status429TooManyRequests, PageTexts.TooOften);
        return answer.ExecuteAsync(context);
    }
}
