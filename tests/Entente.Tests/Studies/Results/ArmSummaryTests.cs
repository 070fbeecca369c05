using Entente.Observation;
using Entente.Settings;
using Entente.Studies.Results;
using Entente.Studies.Statistics;
using NUnit.Framework;

namespace Entente.Tests.Studies.Results;

/// <summary>What a long study comes to, read batch by batch, is what a database makes of all rows at once.</summary>
public class ArmSummaryTests
{
    private static readonly string[] Outcomes = ["income", "success60"];

    [TestCase(1)]
    [TestCase(4)]
    [TestCase(100)]
    public void Means_and_differences_are_those_a_database_finds(int batch)
    {
        using var folder = new TemporaryFolder();
        Fakes.Run(Fakes.Scenario(3, 11), Fakes.Options(folder.At("run"), batchSize: batch), Played);
        var summaries = ArmSummary.Of(ResultFolder.Open(folder.At("run")), Outcomes);
        var table = Duck.Quoted(folder.At("run", "runs", "*.parquet"));
        foreach (var (column, summary) in Outcomes.Zip(summaries))
        {
            var means = Duck.Query($"select avg({column}) from {table} where not isnan({column}) group by arm order by arm");
            var pairs = Duck.Query($"""
                select count(*), avg(b.{column} - a.{column}), stddev_samp(b.{column} - a.{column}) from {table} a join {table} b using (replication)
                where a.arm = (select min(arm) from {table}) and not isnan(a.{column}) and not isnan(b.{column}) group by b.arm order by b.arm
                """);
            for (var arm = 0; arm < 3; arm++)
            {
                var comparison = summary.Comparisons[arm];
                Assert.That(summary.Means[arm], Is.EqualTo((double)means[arm][0]!).Within(1e-9), column);
                Assert.That(comparison.Pairs, Is.EqualTo((long)pairs[arm][0]!), column);
                Assert.That(comparison.Difference, Is.EqualTo((double)pairs[arm][1]!).Within(1e-9), column);

                Assert.That(comparison.Verdict == Verdict.Same, Is.EqualTo(arm == 0), column);
                if (arm == 0)
                    continue;
                // Student's 97.5% quantile for as many pairs less one, from printed tables.
                var quantile = comparison.Pairs switch { 11 => 2.228139, 8 => 2.364624, var other => throw new InvalidOperationException($"{other} pairs") };
                Assert.That(comparison.High - comparison.Difference, Is.EqualTo(quantile * (double)pairs[arm][2]! / Math.Sqrt(comparison.Pairs)).Within(1e-4).Percent, column);
            }
        }
    }

    // In every fourth replication the first arm has no successes to share.
    private static Recording Played(Setting setting, uint seed, uint replication)
    {
        var (arm, played) = (Fakes.ArmOf(setting), Fakes.Play(setting, seed, replication));
        return played with
        {
            Run = played.Run with
            {
                Income = 1000 + (arm * 7) + (replication * replication * (1 + arm)),
                Success60 = arm == 0 && replication % 4 == 0 ? double.NaN : 0.1 + (arm * 0.01 * replication),
            },
        };
    }
}
