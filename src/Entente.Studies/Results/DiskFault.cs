namespace Entente.Studies.Results;

/// <summary>Tells what goes wrong with files and disks from what goes wrong elsewhere.</summary>
public static class DiskFault
{
    // What systems call a full disk: ENOSPC and EDQUOT, and the two of Windows.
    private static readonly int[] Full = [28, 122, unchecked((int)0x80070070), unchecked((int)0x80070027)];

    // A file that somebody else has locked: EAGAIN of Linux, that of macOS, and a sharing violation of Windows.
    private static readonly int[] Locked = [11, 35, unchecked((int)0x80070020)];

    /// <summary>Whether a file or a disk is at fault.</summary>
    public static bool Is(Exception cause) => (cause is IOException or UnauthorizedAccessException && !IsLibrary(cause)) || IsTooLarge(cause);

    /// <summary>Whether a library that the program needs is missing or spoilt.</summary>
    public static bool IsLibrary(Exception cause) => cause is FileLoadException or DllNotFoundException or BadImageFormatException or EntryPointNotFoundException
        || (cause is FileNotFoundException { FileName: { } name } && name.Contains("PublicKeyToken", StringComparison.Ordinal));

    /// <summary>Whether there is no room for more.</summary>
    public static bool IsFull(Exception cause) => (cause is IOException && Full.Contains(cause.HResult)) || IsTooLarge(cause);

    /// <summary>Whether another program has locked the file.</summary>
    public static bool IsLocked(Exception cause) => cause is IOException && Locked.Contains(cause.HResult);

    /// <summary>What the system said of it.</summary>
    public static string Said(Exception cause) => IsTooLarge(cause) ? "A file would be larger than is allowed here." : cause.Message;

    // What the framework makes of EFBIG, a file beyond the limit that ulimit -f sets.
    private static bool IsTooLarge(Exception cause) =>
        cause is ArgumentOutOfRangeException { ParamName: "value", StackTrace: { } trace } && (trace.Contains("SafeFileHandle", StringComparison.Ordinal) || trace.Contains("RandomAccess", StringComparison.Ordinal));
}
