using System.Security.Cryptography;
using System.Text;

namespace Entente.Studies.Results;

/// <summary>
/// Results in the making: a folder <c>.partial</c> within the one they are to go to, locked while it is in use. Publishing
/// moves its files to their final names, the manifest last; a draft that is not published disappears.
/// </summary>
internal sealed class ResultsDraft : IDisposable
{
    private const string PartialName = ".partial";

    private readonly string partial;
    private readonly List<string> made;
    private readonly FileStream key;
    private bool published;

    private ResultsDraft(string directory, string partial, List<string> made, FileStream key) =>
        (Directory, this.partial, this.made, this.key) = (directory, partial, made, key);

    /// <summary>Where the results are to go, as a full path.</summary>
    public string Directory { get; }

    /// <summary>Starts a draft.</summary>
    /// <param name="directory">Where the results are to go.</param>
    /// <param name="known">Whether something may be in the folder already, by its name.</param>
    /// <exception cref="ResultsInTheWay">There is something else already.</exception>
    /// <exception cref="IOException">The folder cannot be made or written to.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder cannot be made or written to.</exception>
    public static ResultsDraft Begin(string directory, Func<string, bool>? known = null)
    {
        var full = Path.GetFullPath(directory);
        Refuse(full, known ?? (_ => false));
        var partial = Path.Combine(full, PartialName);
        var made = new List<string>();
        try
        {
            Make(partial, made);
            var draft = new ResultsDraft(full, partial, made, Lock(partial, full));

            // Left by a run that was killed: nobody holds its lock.
            foreach (var leftover in System.IO.Directory.EnumerateFiles(partial).Where(file => file != draft.key.Name))
                File.Delete(leftover);
            return draft;
        }
        catch
        {
            Unmake(made);
            throw;
        }
    }

    /// <summary>The path of a file of the draft.</summary>
    public string PathOf(string fileName) => Path.Combine(partial, fileName);

    /// <summary>Adds a file of text to the draft.</summary>
    public void Save(string fileName, string text)
    {
        using var file = new FileStream(PathOf(fileName), FileMode.CreateNew);
        file.Write(Encoding.UTF8.GetBytes(text));
        file.Flush(flushToDisk: true);
    }

    /// <summary>SHA-256 of a file of the draft, in small hexadecimal digits.</summary>
    public string HashOf(string fileName) => HashOfFile(PathOf(fileName));

    /// <summary>SHA-256 of a file, in small hexadecimal digits.</summary>
    public static string HashOfFile(string path)
    {
        using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(file));
    }

    /// <summary>Gives the files their final names, in this order, or none of them.</summary>
    public void Publish(IEnumerable<string> fileNames) => Publish(fileNames.Select(name => (name, name)));

    /// <summary>Gives the files their final names, which may lie in folders of their own, in this order, or none of them.</summary>
    public void Publish(IEnumerable<(string Draft, string Final)> files)
    {
        var moved = new List<string>();
        try
        {
            foreach (var (name, finalName) in files)
            {
                var final = Path.Combine(Directory, finalName);
                Make(Path.GetDirectoryName(final)!, made);
                File.Move(PathOf(name), final);
                moved.Add(final);
            }
        }
        catch
        {
            moved.ForEach(File.Delete);
            throw;
        }

        published = true;
    }

    /// <summary>Removes what is not published.</summary>
    public void Dispose()
    {
        try
        {
            foreach (var file in System.IO.Directory.EnumerateFiles(partial).Where(file => file != key.Name))
                File.Delete(file);
            key.Dispose();
            System.IO.Directory.Delete(partial);
            if (!published)
                Unmake(made);
        }
        catch (Exception cause) when (DiskFault.Is(cause))
        {
            // The next run into this folder clears what could not be removed now.
            key.Dispose();
        }
    }

    private static void Refuse(string full, Func<string, bool> known)
    {
        if (File.Exists(full))
            throw new ResultsInTheWay(full, "is a file");
        if (!System.IO.Directory.Exists(full))
            return;
        var present = System.IO.Directory.EnumerateFileSystemEntries(full).Select(Path.GetFileName)
            .Where(name => name != PartialName && !known(name!)).Order(StringComparer.Ordinal).ToArray();
        if (present.Contains(ResultFolder.ManifestName))
            throw new ResultsInTheWay(full, $"already holds results ({ResultFolder.ManifestName})");
        if (present.Length > 0)
            throw new ResultsInTheWay(full, $"is not empty (it holds {present[0]})");
    }

    private static FileStream Lock(string partial, string full)
    {
        var path = Path.Combine(partial, "lock");
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (IOException cause) when (DiskFault.IsLocked(cause))
        {
            throw new ResultsInTheWay(full, "is being written to by another run");
        }
    }

    /// <summary>Makes a folder and its parents, and notes which were not there, outermost first.</summary>
    private static void Make(string folder, List<string> made)
    {
        if (System.IO.Directory.Exists(folder))
            return;
        if (Path.GetDirectoryName(folder) is { } parent)
            Make(parent, made);
        System.IO.Directory.CreateDirectory(folder);
        made.Add(folder);
    }

    private static void Unmake(List<string> made)
    {
        foreach (var folder in Enumerable.Reverse(made).Where(System.IO.Directory.Exists))
        {
            if (System.IO.Directory.EnumerateFileSystemEntries(folder).Any())
                return;
            System.IO.Directory.Delete(folder);
        }
    }
}
