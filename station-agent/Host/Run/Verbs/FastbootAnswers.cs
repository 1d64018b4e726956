using Espero.Station.Protocols.Fastboot;
using Espero.Station.Watch;

namespace Espero.Station.Run.Verbs;

/// <summary>What a bootloader's answer means for a step.</summary>
internal static class FastbootAnswers
{
    public static StepEnd ToStepEnd<T>(this FastbootResult<T> answer) =>
        answer.Succeeded ? StepEnd.Done : StepEnd.Of(answer.Error.ToTalkError());
}
