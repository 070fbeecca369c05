using System.Collections.Concurrent;
using System.Globalization;
using CsvHelper;
using Entente.Cli;
using Entente.Studies.Results;
using Entente.Studies.Statistics;
using NUnit.Framework;

namespace Entente.EndToEnd.Pages;

/// <summary>A command of the program, played once in a folder of its own however many figures come from it.</summary>
internal sealed class Played
{
    private static readonly ConcurrentDictionary<string, Lazy<Played>> All = new();

    private readonly WorkingFolder folder = new();

    private Played(string command, (string File, string Text)[] files)
    {
        Command = command;
        foreach (var file in Directory.GetFiles(WorkingFolder.Scenarios, "*", SearchOption.AllDirectories))
        {
            var copy = folder[Path.Combine("scenarios", Path.GetRelativePath(WorkingFolder.Scenarios, file))];
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            System.IO.File.Copy(file, copy);
        }

        foreach (var (file, text) in files)
            folder.Write(file, text);
        (var exit, Output, var error) = folder.Entente(command.Split(' '));
        Assert.That(exit, Is.Zero, $"{command}\n{error}");
    }

    /// <summary>The command, as pages tell it.</summary>
    public string Command { get; }

    /// <summary>What it printed.</summary>
    public string Output { get; }

    /// <summary>Who made it, for figures that are not made anew each time.</summary>
    public string Origin => $"Made by `{Command}`, version {ProgramVersion.Number}.";

    /// <summary>The result that it left.</summary>
    public ResultFolder Result => ResultFolder.Open(Path.GetDirectoryName(Path.Combine(folder.Root, Only("/manifest.json")))!);

    /// <summary>A command, played with the delivered scenarios and, where it needs them, other files; the command names all it depends on.</summary>
    public static Played By(string command, params (string File, string Text)[] files) =>
        All.GetOrAdd(command, new Lazy<Played>(() => new Played(command, files))).Value;

    /// <summary>Removes what all of them left.</summary>
    public static void RemoveAll()
    {
        foreach (var played in All.Values.Where(played => played.IsValueCreated))
            played.Value.folder.Remove();
        All.Clear();
    }

    /// <summary>The only file it left whose path ends so.</summary>
    public byte[] File(string ending) => System.IO.File.ReadAllBytes(Only(ending));

    /// <summary>The rows of the only table it left as CSV whose path ends so, each by the names of the columns.</summary>
    public IReadOnlyList<IDictionary<string, object>> Rows(string ending)
    {
        using var reader = new CsvReader(new StreamReader(Only(ending)), CultureInfo.InvariantCulture);
        return [.. reader.GetRecords<dynamic>().Select(row => (IDictionary<string, object>)row)];
    }

    /// <summary>An outcome over all arms: the mean of each, and each compared with the first.</summary>
    public ArmSummary Outcome(string column) => ArmSummary.Of(Result, [column])[0];

    /// <summary>The mean of an outcome in an arm.</summary>
    public double Mean(string arm, string column) => Outcome(column).Means[Arm(arm)];

    /// <summary>An arm less the first, replication by replication.</summary>
    public PairedComparison Difference(string arm, string column) => Outcome(column).Comparisons[Arm(arm)];

    private int Arm(string name) => Result.Manifest.Arms.ToList().FindIndex(arm => arm.Name == name);

    private string Only(string ending)
    {
        var found = Directory.GetFiles(folder.Root, "*", SearchOption.AllDirectories)
            .Where(file => file.Replace('\\', '/').EndsWith(ending, StringComparison.Ordinal) && !file.StartsWith(folder["scenarios"], StringComparison.Ordinal)).ToArray();
        Assert.That(found, Has.Length.EqualTo(1), $"{Command} left {found.Length} files {ending}");
        return found[0];
    }
}
