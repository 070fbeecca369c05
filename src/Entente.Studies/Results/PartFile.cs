using Parquet;

namespace Entente.Studies.Results;

/// <summary>
/// A part of a table, to be read or written on one thread. The library reads and writes asynchronously; on whichever thread it goes on, it pools buffers as
/// large as a column, so that a file that hops from thread to thread fills the memory with them.
/// </summary>
internal sealed class PartFile : FileStream
{
    private const int MostFree = 8 << 20;

    // A reader of a sound file needs no byte more than a few times, and stops at the end.
    private const int MostTimes = 16;
    private const int MostEnds = 1000;
    private const long Slack = 1 << 20;

    // A row takes some bits, even where all columns always hold the same.
    private const long MostRowsInAByte = 1000;

    // A hundred times what decoding takes, and more for starting.
    private const int MostMilliseconds = 10_000;
    private const int MostMillisecondsInAMegabyte = 1000;

    private long read;
    private int ends;

    private PartFile(string path, FileMode mode, FileAccess access)
        : base(path, mode, access, FileShare.Read)
    {
    }

    /// <summary>Options that keep the library from hoarding memory: unless told otherwise it keeps up to 80 MB of free buffers.</summary>
    public static ParquetOptions Sparing() => new() { MaximumSmallPoolFreeBytes = MostFree, MaximumLargePoolFreeBytes = MostFree };

    /// <summary>
    /// Reads from a part, on a thread of its own: of what somebody else wrote the library may make a loop that nothing but the end of the program ends.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="read">What to read.</param>
    /// <exception cref="ResultsUnreadable">The file is spoilt, or cannot be decoded in the time that a sound one takes many times over.</exception>
    public static T Read<T>(string path, Func<ParquetReader, Task<T>> read)
    {
        var (value, fault) = (default(T), default(Exception));
        var thread = new Thread(() =>
        {
            try
            {
                value = Decoded().GetAwaiter().GetResult();
            }
            catch (Exception cause)
            {
                fault = cause;
            }
        })
        { IsBackground = true };
        thread.Start();
        if (!thread.Join(TimeSpan.FromMilliseconds(MostMilliseconds + (MostMillisecondsInAMegabyte * (new FileInfo(path).Length >> 20)))))
            fault = new InvalidDataException("it cannot be decoded");
        return fault switch
        {
            null => value!,
            OutOfMemoryException or ArgumentException { ParamName: "column" } => throw fault,
            _ => throw new ResultsUnreadable(path, $"cannot be read: {fault.Message}", fault),
        };

        async Task<T> Decoded()
        {
            await using var file = new PartFile(path, FileMode.Open, FileAccess.Read);
            await using var reader = await ParquetReader.CreateAsync(file, Sparing());
            file.RequireRoomFor(reader.RowGroups.Sum(group => group.RowCount));
            return await read(reader);
        }
    }

    /// <summary>Makes a part that is not there yet.</summary>
    public static PartFile Create(string path) => new(path, FileMode.CreateNew, FileAccess.ReadWrite);

    /// <summary>Refuses a number of rows that a file of this size cannot hold: memory is asked for by it.</summary>
    /// <exception cref="InvalidDataException">There are more.</exception>
    private void RequireRoomFor(long rows)
    {
        if (rows < 0 || rows > (MostRowsInAByte * Length) + Slack)
            throw new InvalidDataException($"it cannot hold the {rows} rows that it says it has");
    }

    /// <summary>Reads; a decoder that was led astray, and asks for ever, is stopped.</summary>
    public override int Read(byte[] buffer, int offset, int count)
    {
        var got = base.Read(buffer, offset, count);
        read += got;
        return (got > 0 || ++ends < MostEnds) && read <= (MostTimes * Length) + Slack ? got : throw new InvalidDataException("what it says of itself leads nowhere");
    }

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
