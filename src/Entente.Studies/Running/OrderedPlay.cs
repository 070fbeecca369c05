using System.Diagnostics.CodeAnalysis;
using System.Runtime.ExceptionServices;

namespace Entente.Studies.Running;

/// <summary>
/// Does numbered work on several threads and hands out what came of it in order. Threads of its own, because replications keep
/// a processor busy for long and the pool's threads are needed to write. No work starts that is further than a window
/// ahead of what was handed out, which bounds memory. Of several failures the one of lowest number is told, on any number of
/// threads.
/// </summary>
internal sealed class OrderedPlay<T>
{
    private readonly object gate = new();
    private readonly Outcome?[] window;
    private readonly int count;
    private readonly Func<int, T> play;
    private int started;
    private int handedOut;
    private bool stopped;

    private OrderedPlay(int count, int window, Func<int, T> play) =>
        (this.count, this.window, this.play) = (count, new Outcome?[window], play);

    /// <summary>Plays; when cancelled, ends with all that was started.</summary>
    public static IEnumerable<T> Run(int count, int threads, int window, Func<int, T> play, CancellationToken cancel)
    {
        var work = new OrderedPlay<T>(count, window, play);
        var workers = Enumerable.Range(0, Math.Min(threads, count))
            .Select(i => new Thread(work.Work) { Name = $"player {i}", IsBackground = true })
            .ToArray();
        using var registration = cancel.Register(work.Stop);
        try
        {
            foreach (var worker in workers)
                worker.Start();
            for (var i = 0; i < count; i++)
            {
                if (!work.TryTake(i, out var outcome))
                    yield break;
                outcome.Failure?.Throw();
                yield return outcome.Value!;
            }
        }
        finally
        {
            work.Stop();
            foreach (var worker in workers)
                worker.Join();
        }
    }

    private void Work()
    {
        while (TryStart(out var number))
        {
            Outcome outcome;
            try
            {
                outcome = new Outcome(play(number), null);
            }
            catch (Exception failure)
            {
                outcome = new Outcome(default, ExceptionDispatchInfo.Capture(failure));
            }

            lock (gate)
            {
                window[number % window.Length] = outcome;
                stopped |= outcome.Failure is not null;
                Monitor.PulseAll(gate);
            }
        }
    }

    private bool TryStart(out int number)
    {
        lock (gate)
        {
            while (!stopped && started < count && started >= handedOut + window.Length)
                Monitor.Wait(gate);
            number = started;
            if (stopped || started == count)
                return false;
            started++;
            return true;
        }
    }

    private bool TryTake(int number, [NotNullWhen(true)] out Outcome? outcome)
    {
        lock (gate)
        {
            // What was started is waited for: it is lost otherwise, and the threads must end before the caller goes on anyway.
            while (window[number % window.Length] is null && !(stopped && number >= started))
                Monitor.Wait(gate);
            outcome = window[number % window.Length];
            window[number % window.Length] = null;
            handedOut = number + 1;
            Monitor.PulseAll(gate);
            return outcome is not null;
        }
    }

    private void Stop()
    {
        lock (gate)
        {
            stopped = true;
            Monitor.PulseAll(gate);
        }
    }

    private sealed record Outcome(T? Value, ExceptionDispatchInfo? Failure);
}
