using NUnit.Framework;

namespace Entente.EndToEnd;

/// <summary>
/// Commands get along with a small heap. A batch of these results needs more than three times as much where all its rows, or whole columns of texts, are
/// held at once.
/// </summary>
[Platform("Linux")]
public class MemoryTests
{
    private const string Heap = "0x6000000"; // 96 MB, in hexadecimal as the runtime reads it

    private readonly WorkingFolder folder = new();

    [OneTimeTearDown]
    public void Remove() => folder.Remove();

    [OneTimeSetUp]
    public void A_run_of_a_large_batch() =>
        Succeeds("run", Path.Combine(WorkingFolder.Scenarios, "telco-disruption.yaml"), "--replications", "45", "--out", "result");

    [Test]
    public void A_run_draws_all_its_pictures() => Assert.That(Directory.GetFiles(folder["result/charts"], "*.svg"), Has.Length.EqualTo(8));

    [Test]
    public void A_result_is_reported_and_exported()
    {
        Succeeds("report", "result");
        Succeeds("export", "result", "--csv", "--survival");
        Assert.That(File.ReadLines(folder["result/csv/events.csv"]).LongCount(), Is.GreaterThan(200_000));
    }

    [Test]
    public void A_result_is_verified() => Succeeds("verify", "result", "--replications", "1");

    private void Succeeds(params string[] arguments)
    {
        using var started = Started.Run(folder.Root, "dotnet", [WorkingFolder.Program, .. arguments], ("DOTNET_GCHeapHardLimit", Heap));
        var (exit, _, error) = started.End();
        Assert.That(exit, Is.Zero, error);
    }
}
