using Espero.Station.Recipes.Words;
using Espero.Station.Run;
using Espero.Station.Workbench;
using Ask = Espero.Plan.V1.Ask;

namespace Espero.Station.Host.Tests.Workbench;

public sealed class ConsoleHandsTests
{
    [Fact]
    public async Task The_journal_says_that_hands_are_needed_before_anybody_has_answered()
    {
        var journal = new HeardHands();
        var nobody = new Surroundings(TextWriter.Null, TextWriter.Null, Answers: null, TalkIsTerminal: false, _ => null);

        await new ConsoleHands(journal, "Camille Durand", nobody).NeedAsync("hands", new Ask { SentenceCode = "hold-keys" }, TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);

        Assert.Equal("hands", journal.Asked);
    }

    private sealed class HeardHands : IHands
    {
        public string Asked { get; private set; } = "";

        public bool CanBeAsked => true;

        public Task NeedAsync(string askId, Ask ask, TimeSpan within, CancellationToken cancellationToken)
        {
            Asked = askId;
            return Task.CompletedTask;
        }

        public Task<string> SaidAsync(string askId, CancellationToken cancellationToken) => Task.FromResult("");

        public Task DoneAsync(string askId, string saidBy, CancellationToken cancellationToken) => Task.CompletedTask;

        public Task GoOnAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
