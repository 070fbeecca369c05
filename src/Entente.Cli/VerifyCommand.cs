using System.CommandLine;
using System.Globalization;
using Entente.Studies.Results;
using Entente.Studies.Verifying;

namespace Entente.Cli;

/// <summary><c>entente verify DIR</c>: plays a sample of a result again and compares every bit.</summary>
internal static class VerifyCommand
{
    private const int MostShown = 10;

    /// <summary>What is made from the tables and can be made again.</summary>
    private static readonly string[] Outside = ["charts", "analysis", "csv", "report.html"];

    public static Command Create()
    {
        var directory = new Argument<string>("dir") { Description = "The result: a folder that a run left." };
        var replications = Numbers.Option("--replications", "Replications to play again, of all arms; 3 unless set.", 1, 1_000_000);
        var seed = Numbers.Option("--seed", "Draws which; 1 unless set.", 0, uint.MaxValue);
        var command = new ExplainedCommand("verify", "Plays a sample of a result again, and compares every bit.", "verify results/my-study")
        {
            directory, replications, seed,
        };
        command.SetAction(parsed => Verify(
            parsed.GetRequiredValue(directory), (int)(parsed.GetValue(replications) ?? 3), (uint)(parsed.GetValue(seed) ?? 1)));
        return command;
    }

    private static int Verify(string directory, int replications, uint seed) => Failures.Told(() =>
    {
        var folder = ResultFolder.Open(directory);
        var manifest = folder.Manifest;
        using var interrupt = new Interrupt();
        try
        {
            var result = Verification.Run(folder, replications, seed, TimeProvider.System, interrupt.Token);
            Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"Replications simulated again: {string.Join(", ", result.Replications)}; {result.Values:N0} values compared."));
            foreach (var fault in result.Faults.Take(MostShown))
                Console.Out.WriteLine(fault);
            if (result.Faults.Count > MostShown)
                Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"... and {result.Faults.Count - MostShown} more faults."));
            foreach (var d in result.Differences.Take(MostShown))
            {
                Console.Out.WriteLine(d.Column.Length > 0
                    ? $"{d.Table}.{d.Column}, replication {d.Replication}: stored {d.Stored}, simulated {d.Played}"
                    : $"{d.Table}, replication {d.Replication}: stored {d.Stored}, simulated {d.Played}");
            }

            if (result.Differences.Count > MostShown)
                Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"... and {result.Differences.Count - MostShown} more columns."));
            if ((manifest.ProgramVersion, manifest.Commit) != (ProgramVersion.Number, ProgramVersion.Commit))
            {
                Console.Out.WriteLine($"The result was written by {Named(manifest.ProgramVersion, manifest.Commit)}; this is");
                Console.Out.WriteLine($"{Named(ProgramVersion.Number, ProgramVersion.Commit)}.");
            }

            if (Outside.Where(name => Path.Exists(Path.Combine(folder.Directory, name))).ToArray() is { Length: > 0 } outside)
                Console.Out.WriteLine($"Not verified, but made from the tables: {string.Join(", ", outside)}.");
            Console.Out.WriteLine(
                result.Same ? "Manifest, design and tables are the same, bit for bit."
                : result is { Values: 0, Faults.Count: 0, Differences.Count: 0 } ? "Nothing could be compared."
                : "The result is not what this program simulates.");
            return result.Same ? ExitCode.Done : ExitCode.Failed;
        }
        catch (OperationCanceledException)
        {
            Console.Error.WriteLine("Interrupted: nothing was found out.");
            return ExitCode.Interrupted;
        }
    });

    private static string Named(string version, string commit) => $"version {version} ({(commit.Length > 0 ? commit : "commit unknown")})";
}
