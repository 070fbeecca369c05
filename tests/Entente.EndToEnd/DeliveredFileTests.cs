using NUnit.Framework;

namespace Entente.EndToEnd;

/// <summary>Every delivered file does what it is for, in a few replications: its output piped, and on a terminal.</summary>
public sealed class DeliveredFileTests
{
    private WorkingFolder _folder = null!;

    private static string[] Files => [.. Directory.GetFiles(WorkingFolder.Scenarios, "*.*", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(WorkingFolder.Scenarios, file)).Where(file => Command(file) is not []).Order(StringComparer.Ordinal)];

    private static string[] Folders => [.. Files.Select(file => Path.GetDirectoryName(file)!).Distinct()];

    [SetUp]
    public void Make() => _folder = new WorkingFolder();

    [TearDown]
    public void Remove() => _folder.Remove();

    [Test]
    public void Delivered_files_do_what_they_are_for([ValueSource(nameof(Folders))] string folder, [Values] bool onTerminal)
    {
        if (folder == "" && !onTerminal)
            Assert.Pass("OutputTests does that.");
        if (!OperatingSystem.IsLinux() || !File.Exists("/usr/bin/script"))
            Assert.Ignore("a terminal is played by script, of util-linux, which is not here");
        // Claims are asked together; a claim that cannot be tested also alone, when there is nothing to simulate.
        var together = folder is "claims" or "facts";
        var files = Files.Where(file => Path.GetDirectoryName(file) == folder).ToArray();
        string[][] commands =
        [
            .. together ? [["claims", Path.Combine(WorkingFolder.Scenarios, folder), "--replications", "2", "--as-they-stand", "--out", "all"]] : Array.Empty<string[]>(),
            .. files.Where(file => !together || File.ReadAllText(Path.Combine(WorkingFolder.Scenarios, file)).Contains("\nnotTestable:", StringComparison.Ordinal)).Select(Command),
        ];
        Assert.That(commands, Is.Not.Empty);
        var lines = $"set -e; {string.Join("; ", commands.Select(words => string.Join(' ', words.Prepend(WorkingFolder.Program).Prepend("dotnet").Select(word => $"'{word}'"))))}";
        using var program = onTerminal
            ? Started.Run(_folder.Root, "script", ["-qec", $"stty cols 80 rows 24; {lines}", "/dev/null"], [("TERM", "xterm-256color"), ("SHELL", "/bin/sh")])
            : Started.Run(_folder.Root, "sh", ["-c", lines], []);
        var (exit, output, error) = program.End();
        Assert.That(exit, Is.Zero, output + error);
        Assert.That(output, Is.Not.Empty);
        Assert.That(output + error, Does.Not.Contain("   at "));
    }

    /// <summary>What is typed to do what a file is for, quickly; nothing where it is for others to read.</summary>
    private static string[] Command(string file)
    {
        var (path, name) = (Path.Combine(WorkingFolder.Scenarios, file), Path.GetFileNameWithoutExtension(file));
        return (Path.GetDirectoryName(file), Path.GetExtension(file)) switch
        {
            ("", ".yaml") => ["run", path, "--replications", "1", "--months", "36", "--out", name],
            ("claims" or "facts", ".yaml") => ["claims", path, "--replications", "2", "--as-they-stand", "--out", name],
            ("lab", ".yaml") => ["lab", path, "--replications", "2"],
            ("landscape", ".yaml") => ["landscape", path],
            ("panels", ".csv") => ["survival", path, "--until", "2000-12-31"],
            // A search takes minutes.
            ("calibration", ".yaml") => ["validate", path],
            _ => [],
        };
    }
}
