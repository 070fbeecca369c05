using Entente.Studies.Results;

namespace Entente.Cli;

/// <summary>Writes the file that a command was asked for.</summary>
internal static class OneFile
{
    /// <summary>Returns what keeps the file from being written, or null.</summary>
    /// <inheritdoc cref="WholeFile.Write(string, string, bool)"/>
    public static string? Write(string path, string text, bool overwrite)
    {
        try
        {
            WholeFile.Write(path, text, overwrite);
            return null;
        }
        catch (Exception cause) when (DiskFault.Is(cause))
        {
            return $"{path} cannot be written: {DiskFault.Said(cause)}";
        }
    }
}
