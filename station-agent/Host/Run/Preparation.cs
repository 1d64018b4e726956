using Espero.Station.Images;
using Espero.Station.Journal;
using Espero.Station.Recipes.Compiling;
using Espero.Station.Recipes.Facts;
using Espero.Station.Recipes.Failures;
using Espero.Station.V1;
using Espero.Station.Watch;

namespace Espero.Station.Run;

/// <summary>Fetches a job's files and checks its plan against the phone. Asks the phone questions, and nothing else.</summary>
internal sealed class Preparation(StationJournal journal, IImageFiles images, PlanCheck check, PortSet ports, PhoneConnector connector)
{
    /// <param name="hasUnlockCode">What the maker gave to unlock the phone comes with the grant.</param>
    public async Task RunAsync(Work work, bool hasUnlockCode, CancellationToken cancellationToken)
    {
        var prepared = new PhonePrepared { JobId = work.JobId, PhoneId = work.PhoneId };
        prepared.Refusals.AddRange(await RefusalsAsync(work, hasUnlockCode, cancellationToken));
        await journal.WriteAsync(new Fact { PhonePrepared = prepared }, cancellationToken);
    }

    private async Task<IReadOnlyList<Refusal>> RefusalsAsync(Work work, bool hasUnlockCode, CancellationToken cancellationToken)
    {
        if (!PlanReader.TryRead(work.Plan, work.PlanSha256, out var plan, out var reason))
        {
            return [Refuse(FailureCode.PlanUnreadable, reason)];
        }

        // The phone first: fetching gigabytes for the wrong phone helps nobody.
        var (phone, refusal) = await LookAsync(plan, work.PortPath, cancellationToken);
        if (phone is null)
        {
            return [refusal!];
        }

        if (hasUnlockCode)
        {
            phone = phone.With([KeyValuePair.Create(FactName.UnlockCode, "yes")]);
        }

        if (await CheckAsync(plan, phone, cancellationToken) is [_, ..] refusals)
        {
            return refusals;
        }

        var madeHere = PlanFiles.MadeHere(plan);
        var broughtByHand = PlanFiles.BroughtByHand(plan);
        foreach (var file in plan.Files.Where(file => !madeHere.Contains(file.Name)))
        {
            var image = await images.EnsureAsync(ImageFile.From(file), cancellationToken);
            var isAskedForLater = image.Failure == ImageFailure.NotFound && broughtByHand.Contains(file.Name);
            if (image.Failure != ImageFailure.None && !isAskedForLater)
            {
                return [Refuse(ImageErrors.ClassOf(image.Failure), image.Detail)];
            }
        }

        return await CheckAsync(plan, phone, cancellationToken); // a sparse image says only now how large it becomes
    }

    private async Task<Refusal[]> CheckAsync(Plan.V1.Plan plan, PhoneSight phone, CancellationToken cancellationToken) =>
        [.. (await check.RunBeforeReleaseAsync(plan, phone, cancellationToken)).Select(ToWire)];

    private async Task<(PhoneSight? Phone, Refusal? Refusal)> LookAsync(Plan.V1.Plan plan, string portPath, CancellationToken cancellationToken)
    {
        if (ports.Find(portPath) is not { } port)
        {
            return (null, Refuse(FailureCode.PhoneNotSeen, "The station has no such port."));
        }

        using var lease = await port.LeaseAsync(cancellationToken);
        var connected = await connector.ConnectAsync(port.Address, _ => { }, cancellationToken);
        if (!connected.Succeeded)
        {
            return (null, Refuse(connected.Error));
        }

        await using var talk = connected.Value;
        var look = await PlanLook.AskAsync(talk, plan, cancellationToken);
        return look.Succeeded ? (look.Value, null) : (null, Refuse(look.Error));
    }

    private static Refusal ToWire(Domain.Flashing.Refusal refusal) =>
        new() { FailureClass = refusal.FailureCode, StepId = refusal.StepId, Detail = refusal.Detail };

    private static Refusal Refuse(TalkError error) => Refuse(error.FailureClass, error.Text);

    private static Refusal Refuse(string failureClass, string detail) => new() { FailureClass = failureClass, Detail = detail };
}
