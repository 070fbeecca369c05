using Entente.Studies.Results;

namespace Entente.Studies.Cluster;

/// <summary>Small files in Slurm's folder, whole under their names.</summary>
internal static class Files
{
    public static void Write(string directory, string name, string text)
    {
        var folder = Submission.FolderOf(directory);
        try
        {
            Directory.CreateDirectory(folder);
            WholeFile.Write(Path.Combine(folder, name), text);
        }
        catch (Exception cause) when (DiskFault.Is(cause))
        {
            throw new ResultsNotWritable(folder, cause);
        }
    }
}
