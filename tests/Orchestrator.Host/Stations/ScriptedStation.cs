using Espero.Plan.V1;
using Espero.Station.V1;
using Grpc.Core;
using Grpc.Net.Client;

namespace Espero.Orchestrator.Host.Tests.Stations;

/// <summary>A station that says what a test tells it to, over a real link.</summary>
internal sealed class ScriptedStation : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    private readonly AsyncDuplexStreamingCall<LinkRequest, LinkResponse> _call;

    private ScriptedStation(GrpcChannel channel) =>
        _call = new StationService.StationServiceClient(channel).Link(cancellationToken: TestContext.Current.CancellationToken);

    public string JournalId { get; private init; } = Guid.NewGuid().ToString();

    public static async Task<ScriptedStation> LinkAsync(GrpcChannel channel, string stationId, string siteId, string token = "", AttemptKey? running = null, ulong firstKept = 1)
    {
        var station = new ScriptedStation(channel);
        await station.SayAsync(new()
        {
            Hello = new()
            {
                StationId = stationId,
                SiteId = siteId,
                LinkToken = token,
                JournalId = station.JournalId,
                FirstKeptSequence = firstKept,
                AgentVersion = "0.1.0",
                BootId = "boot-1",
                FlashSlots = 4,
                Running = { running is null ? [] : [running] },
            },
        });
        return station;
    }

    public Task SayAsync(LinkRequest request) => _call.RequestStream.WriteAsync(request, TestContext.Current.CancellationToken);

    public Task SayAsync(ulong sequence, Fact fact)
    {
        fact.Sequence = sequence;
        fact.BootId = "boot-1";
        return SayAsync(new LinkRequest { Fact = fact });
    }

    public Task ShowPhoneAsync(string portPath, string serial) => SayAsync(new()
    {
        PortsSeen = new()
        {
            Ports =
            {
                new Port
                {
                    Path = portPath,
                    Number = 1,
                    Phone = new()
                    {
                        Mode = PhoneMode.Bootloader,
                        Marks = { new Mark { Kind = Mark.Types.Kind.FastbootSerial, Value = serial } },
                        Facts = { new NamedFact { Name = "getvar.product", Value = "virtual-a" }, new NamedFact { Name = "getvar.serialno", Value = serial } },
                    },
                },
            },
        },
    });

    /// <summary>The next response of a kind; others are passed over.</summary>
    public async Task<LinkResponse> HearAsync(LinkResponse.BodyOneofCase kind)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(Limit);
        while (await _call.ResponseStream.MoveNext(limit.Token))
        {
            if (_call.ResponseStream.Current.BodyCase == kind)
            {
                return _call.ResponseStream.Current;
            }
        }

        throw new InvalidOperationException($"The link ended without a {kind}.");
    }

    /// <summary>Returns when the orchestrator has ended the link.</summary>
    public async Task HearTheEndAsync()
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(Limit);
        try
        {
            while (await _call.ResponseStream.MoveNext(limit.Token))
            {
            }
        }
        catch (RpcException)
        {
            // A replaced link is broken off.
        }
    }

    public void Dispose() => _call.Dispose();
}
