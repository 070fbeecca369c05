using System.Text.RegularExpressions;
using Entente.Engine;
using Entente.Scenarios;
using Entente.Settings;
using Entente.Studies.Results;
using Entente.Tests.Studies;
using NUnit.Framework;

namespace Entente.Tests.Documentation;

/// <summary>The queries that the manual of results shows, asked.</summary>
public class ReadingExamples
{
    [Test]
    public void Queries_give_what_the_tables_hold()
    {
        using var folder = new TemporaryFolder();
        var small = new Setting { Months = 24, Industry = new Industry { Firms = 8 } };
        var scenario = Fakes.Scenario(2, 6) with
        {
            Arms =
            [
                new Arm("tight-contract", "tight-contract", small),
                new Arm("fair-process", "fair-process", small with { Dials = Dials.FairProcessPreset }),
            ],
        };
        Fakes.Run(scenario, Fakes.Options(folder.At("telco")), Simulation.Run);
        var results = ResultFolder.Open(folder.At("telco"));
        var arms = results.Column<string>("runs", "arm");
        double[] Of(string arm, string column) => [.. results.Column<double>("runs", column).Where((_, row) => arms[row] == arm)];

        var queries = Regex.Matches(File.ReadAllText(Path.Combine(Manual.Root, "results", "README.md")), "```sql\n(.*?)```", RegexOptions.Singleline)
            .Select(match => match.Groups[1].Value.Replace("results/telco", folder.At("telco"), StringComparison.Ordinal)).ToArray();
        Assert.That(queries, Has.Length.EqualTo(2));
        var means = Duck.Query(queries[0]);
        Assert.That(means.Select(row => (string)row[0]!), Is.EqualTo("fair-process tight-contract".Split(' ')));
        Assert.That((double)means[1][2]!, Is.EqualTo(Of("tight-contract", "netValue").Average()).Within(1e-9));

        var differences = Of("fair-process", "income").Zip(Of("tight-contract", "income"), (fair, tight) => fair - tight).ToArray();
        Assert.That((double)Duck.Query(queries[1])[0][0]!, Is.EqualTo(differences.Average()).Within(1e-6));
    }
}
