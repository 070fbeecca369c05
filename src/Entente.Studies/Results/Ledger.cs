using System.Text;
using System.Text.Json;

namespace Entente.Studies.Results;

/// <summary>A batch that is finished: the parts it left in the tables.</summary>
/// <param name="Number">Its number, from 0.</param>
/// <param name="Replications">Replications of each arm in it.</param>
/// <param name="Parts">Its parts, in the order of the tables.</param>
public sealed record BatchRecord(int Number, int Replications, IReadOnlyList<PartRecord> Parts);

/// <summary>
/// What an unfinished study has done so far: a line for what is played, then a line for each batch that is whole. A line that was cut off, as by a
/// failing power supply, does not count. A finished study has none.
/// </summary>
internal static class Ledger
{
    public const string FileName = "ledger.jsonl";

    /// <summary>Notes a batch; before the first one, what is played.</summary>
    public static void Append(string directory, Manifest head, BatchRecord batch)
    {
        using var file = new FileStream(Path.Combine(directory, FileName), FileMode.Append);
        if (file.Length == 0)
            file.Write(Encoding.UTF8.GetBytes(First(head)));
        file.Write(Encoding.UTF8.GetBytes(ManifestJson.WriteLine(batch)));
        file.Flush(flushToDisk: true);
    }

    /// <summary>Writes all of it anew, so that no line is half written.</summary>
    public static void Rewrite(string directory, Manifest head, IReadOnlyList<BatchRecord> batches)
    {
        var path = Path.Combine(directory, FileName);
        var draft = $"{path}.tmp";
        using (var file = new FileStream(draft, FileMode.Create))
        {
            file.Write(Encoding.UTF8.GetBytes(string.Concat([First(head), .. batches.Select(ManifestJson.WriteLine)])));
            file.Flush(flushToDisk: true);
        }

        File.Move(draft, path, overwrite: true);
    }

    /// <summary>What is noted; null where nothing is.</summary>
    /// <exception cref="ResultsUnreadable">The ledger is spoilt.</exception>
    public static (Manifest Head, IReadOnlyList<BatchRecord> Batches)? Read(string directory)
    {
        var path = Path.Combine(directory, FileName);
        if (!File.Exists(path))
            return null;
        try
        {
            var lines = OwnFile.Text(path).Split('\n')[..^1];
            if (lines.Length == 0)
                return null;
            var head = ManifestJson.ReadHead(lines[0]);
            return (head, [.. lines.Skip(1).Select((line, i) => ManifestJson.ReadBatch(line, head, i))]);
        }
        catch (Exception cause) when (DiskFault.Is(cause))
        {
            throw new ResultsUnreadable(path, $"cannot be read: {cause.Message}", cause);
        }
        catch (JsonException cause)
        {
            throw new ResultsUnreadable(path, $"is no ledger of a study: {StrictJson.Fault(cause)}", cause);
        }
    }

    /// <summary>What is played, as briefly as can be: the parameters in force follow from the scenario.</summary>
    private static string First(Manifest head) => ManifestJson.WriteLine(head with { Arms = [] });
}
