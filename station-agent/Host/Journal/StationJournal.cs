using System.Collections.Immutable;
using System.Threading.Channels;
using Espero.Journal.V1;
using Espero.Station.V1;
using Microsoft.Extensions.Logging;

namespace Espero.Station.Journal;

/// <summary>
/// What happened here, on disk before anyone acts on it or hears of it. Many callers, one writer: what comes in while the disk
/// syncs goes out together with the next sync.
/// </summary>
internal sealed partial class StationJournal : IAsyncDisposable
{
    private const int MaxPending = 1024;
    private const int MaxBatch = 256;
    private static readonly TimeSpan DiskRetry = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan CursorInterval = TimeSpan.FromSeconds(5);

    private readonly IJournalDisk _disk;
    private readonly JournalOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger<StationJournal> _logger;
    private readonly JournalWriter _writer;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _writing;
    private readonly Channel<PendingEntry> _pending =
        Channel.CreateBounded<PendingEntry>(new BoundedChannelOptions(MaxPending) { SingleReader = true });

    private volatile JournalState _state;
    private volatile ImmutableList<Segment> _segments;
    private ulong _recordedSequence;
    private long _cursorWritten;

    private StationJournal(
        IJournalDisk disk, JournalOptions options, TimeProvider time, ILogger<StationJournal> logger, JournalWriter writer, string bootId)
    {
        (_disk, _options, _time, _logger, _writer) = (disk, options, time, logger, writer);
        (_state, _segments) = (writer.State, writer.Segments);
        _recordedSequence = _state.Cursor.RecordedSequence;
        _cursorWritten = time.GetTimestamp();
        BootId = bootId;
        Marks = new MarkHasher(_state.MarkKey);
        _writing = WriteAllAsync(_stop.Token);
    }

    public string Id => _state.JournalId;

    public string BootId { get; }

    public MarkHasher Marks { get; }

    /// <summary>Beats when a fact has reached the disk.</summary>
    public Pulse Grown { get; } = new();

    /// <summary>Beats when anything has reached the disk.</summary>
    public Pulse Written { get; } = new();

    /// <summary>Beats when the orchestrator has committed more.</summary>
    public Pulse Acknowledged { get; } = new();

    /// <summary>Everything that is on the disk, never what is still on its way there.</summary>
    public JournalState State => _state;

    public ImmutableList<Segment> Segments => _segments;

    public ulong FirstKeptSequence => _segments[0].FirstSequence;

    public ulong LastSequence => _state.NextSequence - 1;

    /// <summary>Every fact up to here is committed at the orchestrator.</summary>
    public ulong RecordedSequence => Volatile.Read(ref _recordedSequence);

    /// <summary>Room for the rest of any attempt that begins now.</summary>
    public bool HasRoom => _disk.FreeBytes >= _options.ReserveBytes;

    public static StationJournal Open(
        IJournalDisk disk, JournalOptions options, TimeProvider time, FactStamp stamp, ILogger<StationJournal> logger)
    {
        var loaded = JournalLoader.Load(disk);
        var writer = new JournalWriter(disk, options, time, stamp);
        JournalOpening.Open(disk, loaded, writer);
        if (loaded.Damaged)
        {
            LogDamaged(logger, loaded.State.JournalId, writer.State.JournalId);
        }

        LogOpened(logger, writer.State.JournalId, writer.State.NextSequence - 1, writer.State.Attempts.Count);
        return new(disk, options, time, logger, writer, stamp.BootId);
    }

    /// <summary>Returns the fact's sequence once it is on the disk. Waits out a full disk.</summary>
    public async Task<ulong> WriteAsync(Fact fact, CancellationToken cancellationToken)
    {
        await NoteAsync(new Entry { Fact = fact }, cancellationToken);
        return fact.Sequence;
    }

    /// <summary>Returns once the entry is on the disk.</summary>
    public Task NoteAsync(Entry entry, CancellationToken cancellationToken) => TryNoteAsync(entry, _ => true, cancellationToken);

    /// <summary>Writes the entry if the guard holds for everything written before it; says whether it did.</summary>
    public async Task<bool> TryNoteAsync(Entry entry, Func<JournalState, bool> guard, CancellationToken cancellationToken)
    {
        var written = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        await _pending.Writer.WriteAsync(new PendingEntry(entry, guard, written), cancellationToken);
        return await written.Task.WaitAsync(cancellationToken);
    }

    public JournalReader ReadAfter(ulong sequence) => new(this, _disk, sequence);

    /// <summary>The orchestrator committed everything up to here. Written down now and then: an old cursor costs a second sending.</summary>
    public void Recorded(ulong sequence)
    {
        if (sequence <= RecordedSequence || sequence > LastSequence)
        {
            return;
        }

        Volatile.Write(ref _recordedSequence, sequence);
        Acknowledged.Beat();
        if (_time.GetElapsedTime(_cursorWritten) >= CursorInterval)
        {
            _cursorWritten = _time.GetTimestamp();
            var cursor = new CursorMoved { RecordedSequence = sequence, LedgerGeneration = _state.Cursor.LedgerGeneration };
            _pending.Writer.TryWrite(new PendingEntry(new Entry { CursorMoved = cursor }, _ => true, new TaskCompletionSource<bool>()));
        }
    }

    /// <summary>Takes over what a Welcome says, and returns the sequence after which facts are to be sent.</summary>
    public async Task<ulong> WelcomedAsync(ulong recordedSequence, string ledgerGeneration, CancellationToken cancellationToken)
    {
        var known = _state.Cursor.LedgerGeneration;
        var isNewLedger = known.Length > 0 && known != ledgerGeneration;
        var cursor = new CursorMoved { RecordedSequence = recordedSequence, LedgerGeneration = ledgerGeneration };
        await NoteAsync(new Entry { CursorMoved = cursor }, cancellationToken);
        Volatile.Write(ref _recordedSequence, recordedSequence);
        return isNewLedger ? FirstKeptSequence - 1 : recordedSequence;
    }

    public async ValueTask DisposeAsync()
    {
        _pending.Writer.TryComplete();
        _stop.Cancel(); // ends only a wait for disk space
        await _writing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        _writer.Dispose();
        _stop.Dispose();
    }

    private async Task WriteAllAsync(CancellationToken cancellationToken)
    {
        var batch = new List<(PendingEntry Pending, bool LetThrough)>(MaxBatch);
        while (await _pending.Reader.WaitToReadAsync(CancellationToken.None))
        {
            while (batch.Count < MaxBatch && _pending.Reader.TryRead(out var pending))
            {
                batch.Add((pending, _writer.Add(pending.Entry, pending.Guard)));
            }

            await CommitAsync(cancellationToken);
            Publish();
            foreach (var (pending, letThrough) in batch)
            {
                pending.Written.TrySetResult(letThrough);
            }

            batch.Clear();
        }
    }

    private async Task CommitAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                _writer.Commit();
                break;
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                LogDiskRefused(_logger, exception.Message);
            }

            await Task.Delay(DiskRetry, _time, cancellationToken);
        }

        try
        {
            _writer.Tidy(RecordedSequence);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            LogNotTidied(_logger, exception.Message); // tried again after the next batch
        }
    }

    private void Publish()
    {
        var before = LastSequence;
        (_segments, _state) = (_writer.Segments, _writer.State);
        if (LastSequence > before)
        {
            Grown.Beat();
        }

        Written.Beat();
    }

    [LoggerMessage(1001, LogLevel.Information, "The journal {JournalId} was opened after fact {LastSequence} with {OpenAttempts} open attempts.")]
    private static partial void LogOpened(ILogger logger, string journalId, ulong lastSequence, int openAttempts);

    [LoggerMessage(1002, LogLevel.Error, "The disk had damaged the journal {OldJournalId}. Its files were set aside and what they still held went into the new journal {JournalId}.")]
    private static partial void LogDamaged(ILogger logger, string oldJournalId, string journalId);

    [LoggerMessage(1003, LogLevel.Error, "The journal could not be written ({Reason}). The station waits until the disk takes it; make room on it.")]
    private static partial void LogDiskRefused(ILogger logger, string reason);

    [LoggerMessage(1004, LogLevel.Warning, "The journal could not open its next file or drop an old one ({Reason}). It went on in the present one.")]
    private static partial void LogNotTidied(ILogger logger, string reason);
}
