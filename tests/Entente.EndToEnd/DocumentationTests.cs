using System.Text.RegularExpressions;
using NUnit.Framework;

namespace Entente.EndToEnd;

/// <summary>What the documentation tells readers to type, typed.</summary>
public partial class DocumentationTests
{
    private const string Command = "dotnet run -c Release --project src/Entente.Cli -- ";

    private WorkingFolder _folder = null!;

    [SetUp]
    public void Make()
    {
        _folder = new WorkingFolder();
        Directory.CreateDirectory(_folder["scenarios"]);
        foreach (var file in Directory.GetFiles(WorkingFolder.Scenarios))
            File.Copy(file, _folder[$"scenarios/{Path.GetFileName(file)}"]);
    }

    [TearDown]
    public void Remove() => _folder.Remove();

    private static string[] Paths => [.. Section().Matches(Read("README.md")).Select(match => match.Groups["reader"].Value)];

    [Test]
    public void The_readme_has_a_path_for_each_of_three_readers() =>
        Assert.That(Paths, Is.EqualTo("research teaching deciding".Split(' ')));

    [TestCaseSource(nameof(Paths))]
    public void The_five_minutes_work_as_written(string reader)
    {
        var section = Section().Matches(Read("README.md")).Single(match => match.Groups["reader"].Value == reader).Groups["commands"].Value;
        var commands = section.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.That(commands, Has.Length.GreaterThan(2).And.All.StartsWith(Command));
        foreach (var command in commands)
        {
            var (exit, output, error) = _folder.Entente(command[Command.Length..].Split(' '));
            Assert.That(exit, Is.Zero, $"{command}\n{error}");
            Assert.That(output, Is.Not.Empty, command);
        }
    }

    [Test]
    public void Pandas_reads_the_tables_as_written() =>
        Assert.That(Tried("python", "python3", ["-c", "import pandas"], block => ["-c", block]), Does.Contain("mean").And.Contain("count"));

    [Test]
    public void R_reads_the_tables_as_written() =>
        Assert.That(Tried("r", "Rscript", ["-e", "library(survival)"], block => ["-e", block]), Does.Contain("arm=fair-process").And.Contain("median"));

    private string Tried(string language, string program, string[] check, Func<string, string[]> arguments)
    {
        // A system's own interpreter may know packages that one found first does not.
        var found = new[] { $"/usr/bin/{program}", program }.FirstOrDefault(path =>
            (File.Exists(path) || WorkingFolder.Find(path) is not null) && _folder.Start(path, check).Exit == 0);
        if (found is null)
            Assert.Ignore($"{program}, or the package that the example needs, is not installed.");
        Assert.That(_folder.Entente("run", "scenarios/telco-disruption.yaml", "--replications", "3", "--out", "results/telco").Exit, Is.Zero);
        Assert.That(_folder.Entente("export", "results/telco", "--csv").Exit, Is.Zero);
        var block = Regex.Match(Read("results/README.md"), $"```{language}\n(.*?)```", RegexOptions.Singleline).Groups[1].Value;
        Assert.That(block, Does.Contain("results/telco"));
        var (exit, output, error) = _folder.Start(found!, arguments(block));
        Assert.That(exit, Is.Zero, error);
        return output;
    }

    private static string Read(string file) => File.ReadAllText(Path.Combine(Repository.Root, file.Replace('/', Path.DirectorySeparatorChar)));

    [GeneratedRegex("## Five minutes for (?<reader>\\w+)\n.*?```sh\n(?<commands>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Section();
}
