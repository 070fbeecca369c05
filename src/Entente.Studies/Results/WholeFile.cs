using System.Text;

namespace Entente.Studies.Results;

/// <summary>Writes a file so that all of it is there under its name, or nothing.</summary>
public static class WholeFile
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Writes text, in UTF-8.</summary>
    /// <inheritdoc cref="Write(string, ReadOnlySpan{byte}, bool)"/>
    public static void Write(string path, string text, bool overwrite = true) => Write(path, Utf8.GetBytes(text), overwrite);

    /// <summary>Writes bytes.</summary>
    /// <param name="path">The file.</param>
    /// <param name="bytes">What it is to hold.</param>
    /// <param name="overwrite">Whether to replace a file that is there; if not, it is left as it is.</param>
    /// <exception cref="Exception">One that <see cref="DiskFault.Is"/> knows: nothing is left behind.</exception>
    public static void Write(string path, ReadOnlySpan<byte> bytes, bool overwrite = true)
    {
        // Always of the same name: what a program that was killed left is written over.
        var draft = $"{path}.draft";
        var file = new FileStream(draft, FileMode.Create, FileAccess.Write, FileShare.None);
        try
        {
            using (file)
                file.Write(bytes);
            File.Move(draft, path, overwrite);
        }
        catch
        {
            Remove(draft);
            throw;
        }
    }

    private static void Remove(string draft)
    {
        try
        {
            File.Delete(draft);
        }
        catch (Exception cause) when (DiskFault.Is(cause))
        {
            // The folder that could not be written to has nothing of ours.
        }
    }
}
