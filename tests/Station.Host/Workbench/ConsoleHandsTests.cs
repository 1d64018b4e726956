using System.Threading.Channels;
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

    [Fact]
    public async Task A_line_after_a_question_that_nobody_answered_is_for_the_next_one()
    {
        using var keyboard = new Keyboard();
        var somebody = new Surroundings(TextWriter.Null, TextWriter.Null, keyboard, TalkIsTerminal: false, _ => null);
        var hands = new ConsoleHands(new HeardHands(), "Camille Durand", somebody);
        using var late = new CancellationTokenSource();
        var unanswered = hands.SaidAsync("first", late.Token);
        await late.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => unanswered);

        var next = hands.SaidAsync("second", TestContext.Current.CancellationToken);
        keyboard.Type("");

        Assert.Equal("Camille Durand", await next.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken));
    }

    /// <summary>Lines come when they are typed, and a read waits for one whatever else happens.</summary>
    private sealed class Keyboard : TextReader
    {
        private readonly Channel<string> _typed = Channel.CreateBounded<string>(8);

        public void Type(string line) => _typed.Writer.TryWrite(line);

        public override async ValueTask<string?> ReadLineAsync(CancellationToken cancellationToken) =>
            await _typed.Reader.ReadAsync(CancellationToken.None);
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
