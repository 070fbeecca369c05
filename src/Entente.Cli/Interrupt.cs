using System.Runtime.InteropServices;

namespace Entente.Cli;

/// <summary>
/// While this is in use, the first Ctrl-C or request to terminate (as clusters and containers send it) ends work in good
/// order; the second ends the program at once.
/// </summary>
internal sealed class Interrupt : IDisposable
{
    private readonly CancellationTokenSource _source = new();
    private readonly PosixSignalRegistration[] _signals;

    // SIGXFSZ, which the framework has no name for.
    private const PosixSignal FileTooLarge = (PosixSignal)25;

    public Interrupt() => _signals =
    [
        PosixSignalRegistration.Create(PosixSignal.SIGINT, Answer), PosixSignalRegistration.Create(PosixSignal.SIGTERM, Answer),
        // A terminal that is closed.
        PosixSignalRegistration.Create(PosixSignal.SIGHUP, Answer),
    ];

    public CancellationToken Token => _source.Token;

    public void Dispose()
    {
        foreach (var signal in _signals)
            signal.Dispose();
        _source.Dispose();
    }

    /// <summary>A file that grows beyond the limit is told to who writes it, who knows what to keep; the signal would end the program.</summary>
    public static IDisposable? LeaveLimitsToTheWriter() =>
        OperatingSystem.IsWindows() ? null : PosixSignalRegistration.Create(FileTooLarge, signal => signal.Cancel = true);

    private void Answer(PosixSignalContext signal)
    {
        if (!_source.IsCancellationRequested)
        {
            signal.Cancel = true;
            _source.Cancel();
        }
        else if (!Console.IsErrorRedirected)
        {
            // The progress bar hid it, and will not come to show it again.
            Screen.ShowCursor();
        }
    }
}
