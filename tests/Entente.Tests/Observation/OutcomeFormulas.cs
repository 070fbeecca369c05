using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Entente.Engine;
using Entente.Observation;
using Entente.Scenarios;
using Entente.Settings;
using Entente.Studies.Results;
using Entente.Tests.Studies;
using NUnit.Framework;

namespace Entente.Tests.Observation;

/// <summary>Outcomes are what their formulas say: SQL over the other tables, worked out by an independent reader.</summary>
public class OutcomeFormulas
{
    [Test]
    public void Every_formula_in_sql_gives_the_outcome()
    {
        using var folder = new TemporaryFolder();
        var busy = new Setting
        {
            Months = 130,
            Industry = new Industry { Firms = 12, CoreRevenue = 2 },
            Decrees = [new Decree { Name = "decreed", Members = [0, 1, 2], Month = 3, Projects = 2 }],
            Parameters = new() { Environment = new() { ArrivalRate = 12 }, PartnerSearch = new() { Acquisitions = true, Sense = 1 }, Operation = new() { NetworkValue = 0.2 } },
        };
        var scenario = Fakes.Scenario(2, 3) with
        {
            Arms = [new Arm("tight", "tight-contract", busy), new Arm("fair", "fair-process", busy with { Dials = Dials.FairProcessPreset })],
        };
        Fakes.Run(scenario, Fakes.Options(folder.At("run")), Simulation.Run);
        var results = ResultFolder.Open(folder.At("run"));
        var arms = results.Column<string>("runs", "arm");
        var replications = results.Column<int>("runs", "replication");

        var asked = 0;
        foreach (var property in typeof(RunRow).GetProperties())
        {
            var column = property.GetCustomAttribute<ColumnAttribute>()!;
            Assert.That((column.Formula, column.Of), Is.Not.EqualTo(((string?)null, (string?)null)), property.Name);
            if (!Regex.IsMatch(column.Formula!, @"^\w+\("))
                continue; // in words
            var name = char.ToLowerInvariant(property.Name[0]) + property.Name[1..];
            double[] values = property.PropertyType == typeof(int)
                ? [.. results.Column<int>("runs", name).Select(value => (double)value)]
                : results.Column<double>("runs", name);
            var (table, condition) = column.Of!.Split(" WHERE ", 2) is [var first, var second] ? (first, second) : (column.Of, "true");
            for (var row = 0; row < values.Length; row++)
            {
                var answer = Duck.Single($"SELECT ({column.Formula})::DOUBLE FROM {Duck.Quoted(folder.At("run", table, "*.parquet"))} WHERE arm = {Duck.Quoted(arms[row])} AND replication = {replications[row]} AND ({condition})");
                var expected = answer is null or DBNull ? double.NaN : Convert.ToDouble(answer, CultureInfo.InvariantCulture);
                Assert.That(values[row], Is.EqualTo(expected).Within(1e-9 * (1 + Math.Abs(values[row]))), $"{name} of {arms[row]}, replication {replications[row]}");
            }

            asked++;
        }

        Assert.That(asked, Is.GreaterThanOrEqualTo(35));
    }
}
