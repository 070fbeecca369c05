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
            var draft = Path.Combine(folder, $"{name}.tmp");
            File.WriteAllText(draft, text);
            File.Move(draft, Path.Combine(folder, name), overwrite: true);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new ResultsNotWritable(folder, cause);
        }
    }
}
