using Espero.Orchestrator.Links;

namespace Espero.Orchestrator.Host.Tests.Dashboard;

/// <summary>A site on an ordinary afternoon: a bit of everything a page can show.</summary>
internal sealed record SeededScene(SeededSite Site, Guid RunningJob, Guid FailedJob, Guid OtherFailedJob, Guid WrittenJob)
{
    public static async Task<SeededScene> CreateAsync(DashboardServer server, CancellationToken cancellationToken)
    {
        var site = new SeededSite(server.Database);
        await site.CreateAsync(cancellationToken);
        await site.StationAsync("lyon-1", TimeSpan.Zero, cancellationToken);
        await site.StationAsync("lyon-2", TimeSpan.FromMinutes(3), cancellationToken);
        var running = await AddAsync(1, "FP4", "3f2a", "granted");
        server.Board.Show(new AttemptProgress(running, 1, "flash-system", 4, 9, 932_735_283, 1_932_735_283));
        await AddAsync(2, "FP4", "77c0", "waiting", waitsFor: "release");
        await AddAsync(3, "FP3", "b19e", "succeeded", proof: "read-back");
        var written = await AddAsync(4, "FP3", "04d1", "written", proof: "seen-on-usb");
        var failed = await AddAsync(6, "FP4", "c9c9", "failed", failureClass: "cable-lost");
        await site.AttemptAsync(failed, "failed", "cable-lost", cancellationToken);
        var otherFailed = await AddAsync(7, "FP4", "51aa", "failed", failureClass: "cable-lost");
        await AddAsync(8, "FP3", "e0e7", "interrupted");
        await site.PhoneAsync("lyon-1", 9, "FP5", "9d01", cancellationToken);
        await AddAsync(1, "FP5", "1c1c", "failed", failureClass: "battery-low", station: "lyon-2");
        return new SeededScene(site, running, failed, otherFailed, written);

        async Task<Guid> AddAsync(
            int port, string codename, string lastFour, string state, string? waitsFor = null, string? failureClass = null,
            string? proof = null, string station = "lyon-1") => await site.JobAsync(
                await site.PhoneAsync(station, port, codename, lastFour, cancellationToken),
                state, cancellationToken, waitsFor, failureClass, proof, station, port);
    }

    /// <summary>One more phone, whose attempt waits for a person who presses keys; its job.</summary>
    public async Task<Guid> AddHandsAsync(CancellationToken cancellationToken)
    {
        var phone = await Site.PhoneAsync("lyon-1", 10, "FP4", "aa07", cancellationToken);
        var job = await Site.JobAsync(phone, "granted", cancellationToken, port: 10);
        await Site.HandsAsync(job, "keys-o-hdp-wkfastboot-r", cancellationToken);
        return job;
    }

    /// <summary>One more phone, whose model nobody knows.</summary>
    public async Task<Guid> AddUnknownModelAsync(string code, CancellationToken cancellationToken)
    {
        var phone = await Site.PhoneAsync("lyon-1", 11, "FP4", "0b0b", cancellationToken);
        await Site.RunAsync(
            $"""
            insert into unknown_model (code, identity, facts, first_asked_at, last_asked_at) values ('{code}', 'vega9', jsonb_build_object(
                'getprop.ro.product.manufacturer', 'Acme', 'getprop.ro.product.model', 'Vega 9', 'getprop.ro.product.device', 'vega9',
                'getprop.ro.soc.model', 'SM7225', 'getprop.ro.boot.flash.locked', '1'), now() - interval '3 days', now());
            update phone set model = null, unknown_model = '{code}' where phone_id = '{phone}';
            update port set unknown_model = '{code}' where phone_id = '{phone}';
            """,
            cancellationToken);
        return phone;
    }

    /// <summary>One more phone, whose maker must be asked before it is unlocked, and whose job waits for it.</summary>
    public async Task<Guid> AddLockedAsync(CancellationToken cancellationToken)
    {
        var phone = await Site.PhoneAsync("lyon-1", 12, "lyra", "1eaf", cancellationToken);
        await Site.RunAsync($"update phone set model = 'xiaomi/lyra' where phone_id = '{phone}'", cancellationToken);
        await Site.JobAsync(phone, "waiting", cancellationToken, waitsFor: "release", port: 12);
        return phone;
    }
}
