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
        var hands = Hands(keyboard);
        await LeaveUnansweredAsync(hands);

        var next = hands.SaidAsync("second", TestContext.Current.CancellationToken);
        keyboard.Type("");

        Assert.Equal("Camille Durand", await next.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_line_that_came_too_late_for_its_question_answers_no_other()
    {
        using var keyboard = new Keyboard();
        var hands = Hands(keyboard);
        await LeaveUnansweredAsync(hands);
        keyboard.Type("");
        await keyboard.TakenAsync();

        await hands.NeedAsync("second", new Ask { SentenceCode = "hold-keys" }, TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        var next = hands.SaidAsync("second", TestContext.Current.CancellationToken);
        Assert.False(next.IsCompleted);
        keyboard.Type("");

        Assert.Equal("Camille Durand", await next.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_keyboard_that_is_gone_leaves_the_answer_to_the_journal() =>
        Assert.Equal("", await Hands(TextReader.Null).SaidAsync("hands", TestContext.Current.CancellationToken));

    private static ConsoleHands Hands(TextReader keyboard) => new(
        new HeardHands(), "Camille Durand", new Surroundings(TextWriter.Null, TextWriter.Null, keyboard, TalkIsTerminal: false, _ => null));

    private static async Task LeaveUnansweredAsync(ConsoleHands hands)
    {
        using var late = new CancellationTokenSource();
        var unanswered = hands.SaidAsync("first", late.Token);
        await late.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => unanswered);
    }

    /// <summary>Lines come when they are typed, and a read waits for one whatever else happens.</summary>
    private sealed class Keyboard : TextReader
    {
        private readonly Channel<string> _typed = Channel.CreateBounded<string>(8);
        private readonly SemaphoreSlim _taken = new(0);

        public void Type(string line) => _typed.Writer.TryWrite(line);

        public Task<bool> TakenAsync() => _taken.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);

        public override async ValueTask<string?> ReadLineAsync(CancellationToken cancellationToken)
        {
            var line = await _typed.Reader.ReadAsync(CancellationToken.None);
            _taken.Release();
            return line;
        }
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
