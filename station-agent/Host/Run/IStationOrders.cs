using Espero.Station.V1;

namespace Espero.Station.Run;

/// <summary>What the orchestrator may tell this station to do. No call waits: the link that carries them must go on reading.</summary>
internal interface IStationOrders
{
    void LearnFilesAddress(string address);

    void Match(PhoneMatched match);

    void Prepare(PreparationOrdered order);

    void Offer(AttemptOffered offer);

    void Grant(AttemptGranted grant);

    void Withdraw(AttemptWithdrawn withdrawal);

    void Cancel(CancelOrdered order);

    void Inspect(InspectionOrdered order);

    void Hear(HandsSaid said);
}
