using Entente.Studies.Statistics;
using MathNet.Numerics.Statistics;
using static Entente.EndToEnd.Pages.Say;

namespace Entente.EndToEnd.Pages;

/// <summary>How large the outcomes of the model are: docs/model.md, section 10.</summary>
internal static class Magnitudes
{
    private const string Include = "include: calibration/starting-numbers.yaml";
    private const string Starting = "reference-with-starting-numbers.yaml";

    public static Dictionary<string, string> Figures()
    {
        var text = File.ReadAllText(Path.Combine(WorkingFolder.Scenarios, "reference.yaml"));
        var delivered = Played.By("run scenarios/reference.yaml");
        var starting = Played.By($"run scenarios/{Starting}", ($"scenarios/{Starting}", $"{text}\n{Include}\n"));
        return new()
        {
            ["delivered"] = $"{Table(delivered)}\n\n{delivered.Origin}",
            ["starting"] = $"{Table(starting)}\n\n{delivered.Origin.TrimEnd('.')}, with the line `{Include}` added to the file.",
        };
    }

    private static string Table(Played reference)
    {
        var result = reference.Result;
        var arms = result.Manifest.Arms.Select(arm => arm.Name).ToArray();
        var ofRow = result.Column<string>("runs", "arm");
        return Say.Table(["outcome", .. arms.Select(arm => arm.Replace('-', ' '))], result.Manifest.Scenario.Outcomes.Select(outcome =>
        {
            var values = result.Column<double>("runs", outcome);
            return arms.Select(arm => values.Where((value, row) => ofRow[row] == arm && !double.IsNaN(value)).ToArray())
                .Select(of => WithError(of.Mean(), of.StandardDeviation() / Math.Sqrt(of.Length))).Prepend(Outcomes.Of(outcome).Title);
        }));
    }
}
