using System.Text;
using Entente.Studies.Results;

namespace Entente.Cli;

/// <summary>Writes as long as that is possible, and remembers what kept it from writing: a full disk, a terminal that is gone.</summary>
internal sealed class SteadyWriter(TextWriter inner) : TextWriter
{
    /// <summary>What the system said; null where all was written.</summary>
    public string? Fault { get; private set; }

    public override Encoding Encoding => inner.Encoding;

    public override void Write(char value) => Try(() => inner.Write(value));

    public override void Write(string? value) => Try(() => inner.Write(value));

    public override void Write(char[] buffer, int index, int count) => Try(() => inner.Write(buffer, index, count));

    public override void Flush() => Try(inner.Flush);

    private void Try(Action write)
    {
        if (Fault is not null)
            return;
        try
        {
            write();
        }
        catch (Exception cause) when (DiskFault.Is(cause) || cause is ObjectDisposedException)
        {
            Fault = cause.Message;
        }
    }
}
