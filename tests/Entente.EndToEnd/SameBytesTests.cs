using System.Text.RegularExpressions;
using NUnit.Framework;

namespace Entente.EndToEnd;

/// <summary>The same scenario, seed and version give the same bytes whatever the machine is set to.</summary>
public partial class SameBytesTests
{
    private WorkingFolder folder = null!;

    [OneTimeSetUp]
    public void Make()
    {
        folder = new WorkingFolder();
        folder.Write("study.yaml",
            """
            name: study
            question: Does the machine matter?
            seed: 7
            replications: 30
            months: 60
            disruption: storm
            industry: { firms: 12 }
            arms:
              - { name: tight, preset: tight-contract }
              - { name: fair, preset: fair-process }
            """);
        Assert.That(folder.Entente("run", "study.yaml", "--out", "plain", "--threads", "1").Exit, Is.Zero);
    }

    [OneTimeTearDown]
    public void Remove() => folder.Remove();

    [TestCase("threads", "", "", "--threads", "64")]
    [TestCase("zone", "TZ", "Asia/Kathmandu")]
    [TestCase("date-line", "TZ", "Pacific/Kiritimati")]
    [TestCase("scalar", "DOTNET_EnableHWIntrinsic", "0")]
    [TestCase("no-wide-vectors", "DOTNET_EnableAVX2", "0")]
    [TestCase("compiled-at-once", "DOTNET_TieredCompilation", "0")]
    [TestCase("collector", "DOTNET_gcServer", "1")]
    public void Tables_pictures_and_manifest_are_the_same(string name, string variable, string value, params string[] more)
    {
        using var program = Started.Run(
            folder.Root, "dotnet", [Started.Program, "run", "study.yaml", "--out", name, .. more], variable.Length > 0 ? [(variable, value)] : []);
        var (exit, _, error) = program.End();
        Assert.That(exit, Is.Zero, error);
        Assert.That(Files(name), Is.EqualTo(Files("plain")));
        foreach (var file in Files("plain").Where(file => file != "manifest.json"))
            Assert.That(File.ReadAllBytes(folder[Path.Combine(name, file)]).AsSpan().SequenceEqual(File.ReadAllBytes(folder[Path.Combine("plain", file)])), file);
        Assert.That(Manifest(name), Is.EqualTo(Manifest("plain")));
    }

    private string[] Files(string result) => [.. Directory.GetFiles(folder[result], "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(folder[result], file)).Order(StringComparer.Ordinal)];

    private string Manifest(string result) => Machine().Replace(File.ReadAllText(folder[Path.Combine(result, "manifest.json")]), "");

    [GeneratedRegex("\"machine\": \\{[^}]*\\}")]
    private static partial Regex Machine();
}
