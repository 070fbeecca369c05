using Parquet;

namespace Entente.Studies.Results;

/// <summary>
/// A part of a table, to be read or written on one thread. The library reads and writes asynchronously; on whichever thread it goes on, it pools buffers as
/// large as a column, so that a file that hops from thread to thread fills the memory with them.
/// </summary>
internal sealed class PartFile : FileStream
{
    private const int MostFree = 8 << 20;

    private PartFile(string path, FileMode mode, FileAccess access)
        : base(path, mode, access, FileShare.Read)
    {
    }

    /// <summary>Options that keep the library from hoarding memory: unless told otherwise it keeps up to 80 MB of free buffers.</summary>
    public static ParquetOptions Sparing() => new() { MaximumSmallPoolFreeBytes = MostFree, MaximumLargePoolFreeBytes = MostFree };

    /// <summary>Opens a part.</summary>
    public static PartFile Open(string path) => new(path, FileMode.Open, FileAccess.Read);

    /// <summary>Makes a part that is not there yet.</summary>
    public static PartFile Create(string path) => new(path, FileMode.CreateNew, FileAccess.ReadWrite);

    /// <inheritdoc/>
    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => Task.FromResult(Read(buffer, offset, count));

    /// <inheritdoc/>
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => new(Read(buffer.Span));

    /// <inheritdoc/>
    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        Write(buffer, offset, count);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Write(buffer.Span);
        return ValueTask.CompletedTask;
    }
}
