using System.Net;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Espero.Orchestrator.Dashboard.Public;

/// <summary>Where the public is let in. Its connections are few, so that no crowd out there keeps a station from linking.</summary>
internal static class PublicListener
{
    private const int MaxConnections = 256;

    public static void ListenToThePublic(this KestrelServerOptions kestrel, IPEndPoint address) => kestrel.Listen(address, listen =>
    {
        var open = 0;
        listen.Protocols = HttpProtocols.Http1;
        listen.Use(next => async connection =>
        {
            try
            {
                if (Interlocked.Increment(ref open) > MaxConnections)
                {
                    connection.Abort(new ConnectionAbortedException("More visitors than are served at once."));
                    return;
                }

                connection.Features.Set(PublicVisit.Mark);
                await next(connection);
            }
            finally
            {
                Interlocked.Decrement(ref open);
            }
        });
    });
}
