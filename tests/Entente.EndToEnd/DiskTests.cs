using System.Diagnostics;
using Entente.Studies.Results;
using NUnit.Framework;

namespace Entente.EndToEnd;

/// <summary>Where nothing can be written, or not enough, the program says so in a line, and nothing half written bears a final name.</summary>
public class DiskTests
{
    private string folder = "";
    private string disk = "";
    private bool mounted;

    [SetUp]
    public void Make()
    {
        folder = Directory.CreateTempSubdirectory("entente-").FullName;
        disk = Path.Combine(folder, "disk");
        Directory.CreateDirectory(disk);
        mounted = false;
        File.WriteAllText(Path.Combine(folder, "small.yaml"),
            """
            name: small
            question: Is there room?
            seed: 1
            replications: 6
            months: 60
            disruption: storm
            industry: { firms: 8 }
            arms:
              - { name: tight-contract, preset: tight-contract }
              - { name: fair-process, preset: fair-process }

            """);
    }

    [TearDown]
    public void Remove()
    {
        if (mounted)
            Call("umount", disk);
        Directory.Delete(folder, recursive: true);
    }

    [Test]
    public void A_disk_that_cannot_be_written_is_told_before_anything_is_played()
    {
        Mount("ro");
        var (exit, output, error) = Run("disk/out");
        Assert.That((exit, output), Is.EqualTo((3, "")), error);
        Assert.That(error, Is.EqualTo(
            $"The results cannot be written to disk/out: Read-only file system : '{disk}/out'. Choose another place with --out.\n"));
        Assert.That(Result.Files(disk), Is.Empty);
    }

    /// <summary>Disks as large as what is written up to some point and a little more, so that each stage meets a full one.</summary>
    [Test]
    public void A_disk_that_fills_up_at_any_stage_holds_nothing_half_written([Values("tables", "manifest", "charts", "last chart", "nothing")] string missing)
    {
        Assert.That(Run("reference").Exit, Is.Zero);
        var reference = Path.Combine(folder, "reference");
        int PagesOf(string pattern) => Directory.GetFiles(reference, pattern, SearchOption.AllDirectories).Sum(file => Pages(new FileInfo(file)));
        var (tables, manifest, ledger) = (PagesOf("*.parquet"), PagesOf("manifest.json"), 1);
        var charts = Directory.GetFiles(Path.Combine(reference, "charts")).Select(file => Pages(new FileInfo(file))).Order().ToArray();
        Assert.That(tables > 4 && manifest > 1 && charts.All(pages => pages > 2), "there is something to lack");

        // tmpfs takes a page for its root; the manifest may differ by a page, because it tells the time.
        var size = 1 + missing switch
        {
            "tables" => tables / 2,
            "manifest" => tables + ledger + 1,
            "charts" => tables + manifest + ledger + 2,
            "last chart" => tables + manifest + charts.Sum() - 2,
            _ => tables + manifest + charts.Sum() + 2,
        };
        Mount($"size={4 * size}k");
        var (exit, output, error) = Run("disk/out");

        var files = Result.Files(disk);
        var said = error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => !line.Contains(" replications, ", StringComparison.Ordinal)).ToArray();
        if (missing is not ("tables" or "manifest"))
            Result.AssertWhole(Path.Combine(disk, "out"));
        if (missing == "nothing")
        {
            Assert.That((exit, said.Length), Is.EqualTo((0, 0)), error);
            Assert.That(files, Is.EquivalentTo(Result.Whole.Select(file => $"out/{file}")));
            return;
        }

        Assert.That(exit, Is.EqualTo(3), error);
        Assert.That(said, Has.Length.EqualTo(1), error);
        Assert.That(said[0], Does.Contain("disk/out").And.Contain("No space left on device").And.Contain("Make room there, or choose another place with --out."));
        if (missing is "manifest")
        {
            Assert.That(files, Is.EquivalentTo(Result.Whole.Where(file => file.EndsWith(".parquet", StringComparison.Ordinal)).Select(file => $"out/{file}").Append("out/ledger.jsonl")));
            Assert.That(said[0], Does.EndWith("6 replications of each arm were finished before and are kept. To go on with them: entente-cli run small.yaml --resume --out disk/out"));
        }
        else if (missing is "tables")
        {
            Assert.That(Directory.EnumerateFileSystemEntries(disk), Is.Empty);
            Assert.That(output, Is.Empty);
        }
        else
        {
            Assert.That(said[0], Does.Contain("disk/out/charts").And.EndsWith("The tables and the manifest are whole; charts are missing."));
            Assert.That(files, Is.SupersetOf(Result.Whole.Where(file => !file.StartsWith("charts/", StringComparison.Ordinal)).Select(file => $"out/{file}")));
            Assert.That(output, Does.Contain("fair-process less tight-contract").And.EndWith("Results are in disk/out\nTo read them as a page: entente-cli report disk/out\n"));
        }
    }

    [Test]
    public void An_export_to_a_disk_that_fills_up_leaves_nothing()
    {
        Assert.That(Run("reference").Exit, Is.Zero);
        Mount("size=64k");
        using var export = Started.Entente(folder, "export", "reference", "--csv", "--out", "disk/csv");
        var (exit, output, error) = export.End();
        Assert.That((exit, output), Is.EqualTo((3, "")), error);
        Assert.That(error, Does.Match("^The results cannot be written to disk/csv: No space left on device.*Make room there, or choose another place with --out.\n$"));
        Assert.That(Directory.EnumerateFileSystemEntries(disk), Is.Empty);
    }

    [Test]
    public void An_output_that_is_full_is_told_and_the_results_are_whole()
    {
        if (!File.Exists("/dev/full"))
            Assert.Ignore("there is no /dev/full here");
        using var program = Started.Run(folder, "sh", ["-c", "exec dotnet \"$0\" run small.yaml --out out > /dev/full", Started.Program]);
        var (exit, _, error) = program.End();
        Assert.That(exit, Is.EqualTo(3), error);
        Assert.That(error, Does.EndWith("The output cannot be written: No space left on device. Results are in out\n"));
        Result.AssertWhole(Path.Combine(folder, "out"));
        Assert.That(ResultFolder.Open(Path.Combine(folder, "out")).Manifest.Complete);
    }

    [Test]
    public void An_analysis_on_a_disk_that_fills_up_leaves_no_draft()
    {
        File.AppendAllText(Path.Combine(folder, "small.yaml"), "design: { method: grid, levers: { dials.exitBarrier: { from: 0, to: 1, steps: 3 } } }\n");
        using var sweep = Started.Entente(folder, "sweep", "small.yaml", "--out", "whole");
        Assert.That(sweep.End().Exit, Is.Zero);
        Directory.Delete(Path.Combine(folder, "whole", "analysis"), recursive: true);
        var size = new DirectoryInfo(Path.Combine(folder, "whole")).GetFiles("*", SearchOption.AllDirectories).Sum(file => Pages(file) + 1);
        Mount($"size={4 * (size + 8)}k");
        Assert.That(Call("cp", "-r", Path.Combine(folder, "whole"), disk), Is.Zero);
        using var program = Started.Entente(folder, "analyse", "disk/whole");
        var (exit, _, error) = program.End();
        Assert.That(exit, Is.EqualTo(3), error);
        Assert.That(Directory.GetFiles(disk, "*", SearchOption.AllDirectories).Select(file => Path.GetExtension(file)).Distinct(), Is.SubsetOf((string[])[".parquet", ".json", ".csv", ".txt", ".png", ".svg"]));
    }

    private static int Pages(FileInfo file) => (int)((file.Length + 4095) / 4096);

    private (int Exit, string Output, string Error) Run(string output)
    {
        using var program = Started.Entente(folder, "run", "small.yaml", "--out", output);
        return program.End();
    }

    private void Mount(string options)
    {
        if (!OperatingSystem.IsLinux() || Call("mount", "-t", "tmpfs", "-o", options, "tmpfs", disk) != 0)
            Assert.Ignore("a disk cannot be mounted here: that takes root on Linux");
        mounted = true;
    }

    private static int Call(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        process.WaitForExit();
        return process.ExitCode;
    }
}
