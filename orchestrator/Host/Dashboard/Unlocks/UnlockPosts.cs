using System.Globalization;
using Espero.Orchestrator.Jobs.Unlocks;
using Espero.Station.Recipes.Words;

namespace Espero.Orchestrator.Dashboard.Unlocks;

/// <summary>Takes what people note about makers: that one was asked, what it answered, and with which account they ask.</summary>
internal sealed class UnlockPosts(
    UnlockRequestStore requests, UnlockCodeStore codes, UnlockAccountStore accounts, PostedForms forms, UnlocksAnswer page, TimeProvider time)
{
    private const string DateFormat = "yyyy-MM-dd"; // as browsers send it, whatever they show

    public Task<IResult> AskedAsync(HttpContext context, CancellationToken cancellationToken) =>
        TakeAsync(context, form => AskAsync(form, cancellationToken), cancellationToken);

    public Task<IResult> AnsweredAsync(HttpContext context, CancellationToken cancellationToken) => TakeAsync(
        context,
        async form => Outcome(form) is { } outcome ? await AnswerAsync(form, outcome, cancellationToken) : UnlockFormSentences.NoAnswer,
        cancellationToken);

    public Task<IResult> TakeBackAsync(HttpContext context, CancellationToken cancellationToken) => TakeAsync(
        context,
        async form => (await codes.TakeBackAsync(Id(form, "phone"), Text(form, "by"), cancellationToken)).Refusal?.Sentence,
        cancellationToken);

    public Task<IResult> AddAccountAsync(HttpContext context, CancellationToken cancellationToken) => TakeAsync(
        context,
        async form => (await accounts.AddAsync(
            Text(form, "vendor"), Text(form, "name"), Text(form, "by"), cancellationToken)).Refusal?.Sentence,
        cancellationToken);

    private Task<IResult> TakeAsync(HttpContext context, Func<IFormCollection, Task<Sentence?>> carryOut, CancellationToken cancellationToken) =>
        forms.TakeAsync(context, carryOut, UnlocksAnswer.Address, refusal => page.ShowAsync(context, refusal, cancellationToken));

    private async Task<Sentence?> AskAsync(IFormCollection form, CancellationToken cancellationToken)
    {
        DateTimeOffset? due = null;
        if (Text(form, "due") is { Length: > 0 } typed)
        {
            if (!DateTime.TryParseExact(typed, DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            {
                return UnlockFormSentences.NoDate;
            }

            due = new DateTimeOffset(day, time.LocalTimeZone.GetUtcOffset(day));
        }

        var account = Text(form, "account").Length > 0 ? Id(form, "account") : (Guid?)null;
        var wish = new UnlockWish(Id(form, "phone"), account, Text(form, "by"), due?.ToUniversalTime(), HasHappened: form.ContainsKey("happened"));
        return (await requests.AskedAsync(wish, cancellationToken)).Refusal?.Sentence;
    }

    private async Task<Sentence?> AnswerAsync(IFormCollection form, UnlockOutcome outcome, CancellationToken cancellationToken)
    {
        var (phoneId, by) = (Id(form, "phone"), Text(form, "by"));
        return await CodeAsync(form, cancellationToken) switch
        {
            null => (await requests.AnsweredAsync(phoneId, outcome, by, cancellationToken)).Refusal?.Sentence,
            _ when outcome is UnlockOutcome.Refused => UnlockRefusals.CodeOfRefusal().Sentence,
            var code => (await codes.GivenAsync(phoneId, code, by, cancellationToken)).Refusal?.Sentence,
        };
    }

    // Null when nothing was entered.
    private static async Task<GivenCode?> CodeAsync(IFormCollection form, CancellationToken cancellationToken)
    {
        if (Text(form, "code") is { Length: > 0 } typed)
        {
            return GivenCode.Letters(typed);
        }

        if (form.Files["file"] is not { Length: > 0 } file)
        {
            return null;
        }

        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, cancellationToken);
        return GivenCode.File(bytes.ToArray());
    }

    private static UnlockOutcome? Outcome(IFormCollection form) => Text(form, "answer") switch
    {
        "given" => UnlockOutcome.Given,
        "refused" => UnlockOutcome.Refused,
        _ => null,
    };

    private static string Text(IFormCollection form, string field) => form[field].ToString().Trim();

    // What is no id is nobody's: the store refuses it with its own sentence.
    private static Guid Id(IFormCollection form, string field) => Guid.TryParse(Text(form, field), out var id) ? id : Guid.Empty;
}
