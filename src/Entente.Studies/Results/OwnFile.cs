using System.Globalization;
using System.Text;

namespace Entente.Studies.Results;

/// <summary>Text files that this program wrote and reads again. A file is input like any other: what is in its place may be a folder, or have no end.</summary>
internal static class OwnFile
{
    private const int LargestMegabytes = 256;

    /// <summary>The text of a file.</summary>
    /// <exception cref="IOException">It is no file, or too large, or cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It must not be read.</exception>
    public static string Text(string path, int largestMegabytes = LargestMegabytes)
    {
        if (Directory.Exists(path))
            throw new IOException("it is a folder, and must be a file.");
        using var file = File.OpenRead(path);
        using var all = new MemoryStream();
        var part = new byte[1 << 16];
        // Not the length but the reading decides: a device or a pipe has none.
        for (int count; (count = file.Read(part)) > 0;)
        {
            if (all.Length + count > (long)largestMegabytes << 20)
                throw new IOException(string.Create(CultureInfo.InvariantCulture, $"it is larger than {largestMegabytes} MB, the most that is read."));
            all.Write(part, 0, count);
        }

        all.Position = 0;
        using var text = new StreamReader(all, Encoding.UTF8);
        return text.ReadToEnd();
    }
}
