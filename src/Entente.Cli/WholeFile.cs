using System.Text;

namespace Entente.Cli;

/// <summary>Writes a small file: all of it is there under its name, or nothing.</summary>
internal static class WholeFile
{
    /// <summary>Returns what keeps the file from being written, or null.</summary>
    /// <param name="path">The file.</param>
    /// <param name="text">What it is to hold, in UTF-8.</param>
    /// <param name="overwrite">Whether to replace a file that is there; if not, it is left as it is.</param>
    public static string? Write(string path, string text, bool overwrite)
    {
        var draft = $"{path}.{Environment.ProcessId}.draft";
        try
        {
            File.WriteAllText(draft, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            File.Move(draft, path, overwrite);
            return null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            Remove(draft);
            return $"{path} cannot be written: {fault.Message.Replace(draft, path, StringComparison.Ordinal)}";
        }
    }

    private static void Remove(string draft)
    {
        try
        {
            File.Delete(draft);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            // The folder that could not be written to has nothing of ours.
        }
    }
}
