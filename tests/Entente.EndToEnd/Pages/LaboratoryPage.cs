using System.Globalization;
using NUnit.Framework;
using static Entente.EndToEnd.Pages.Say;

namespace Entente.EndToEnd.Pages;

/// <summary>What <c>lab</c> shows of the laboratory alliances, and the calibrations that docs/calibration.md tells of.</summary>
internal static class LaboratoryPage
{
    private static readonly string[] Observed = ["pd2", "pd3", "cg2", "cg2-exit-cost", "cg3-exit-cost"];
    private static readonly string[] Predicted = ["pd2-exit-cost", "pd3-exit-cost", "cg3"];
    private static readonly string[] CarriedOver = ["0.25", "0.5", "0.75"];
    private static readonly string[] Rival = ["", "-relational-contract", "-reinforcement", "-reciprocity"];
    private static readonly string[] Summary =
        ["contribute, period 1", "contribute, overall", "alliances terminated", "alliances that always contributed"];

    public static Dictionary<string, string> Laboratory()
    {
        const string Return = "contribute after withhold, 2 of 2 partners contributed";
        return new()
        {
            ["error"] = Number(Error(), 3),
            ["error of pd3"] = Number(Error("", "pd3"), 3),
            ["errors carrying over"] = List([.. CarriedOver.Select(share => Number(Error($" --set laboratory.carryOver={share}", Observed), 3))]),
            ["return observed"] = Percent(Share("pd3", Return, "observed")),
            ["return simulated"] = Percent(Share("pd3", Return, "simulated")),
            ["leave observed"] = Percent(Share("pd3", "leave, period 1", "observed")),
            ["leave simulated"] = Percent(Share("pd3", "leave, period 1", "simulated")),
            ["predictions"] = Table(["treatment", .. Summary], Predicted.Select(treatment => Summary.Select(measure =>
                $"{Percent(Share(treatment, measure, "simulated"))} ({Percent(Share(treatment, measure, "low"))} to {Percent(Share(treatment, measure, "high"))})")
                .Prepend(treatment))),
        };
    }

    public static Dictionary<string, string> Field() => Calibration("field");

    public static Dictionary<string, string> Fit() => Calibration("laboratory");

    /// <summary>The rival theories, each fitted to all treatments, and to all but one to predict that one.</summary>
    public static Dictionary<string, string> Rivals() => new()
    {
        ["table"] = Table(["theory", "parameters", "distance", "error of summary shares", "predicted distance", "predicted shares"],
            Rival.Select(rival =>
            {
                var fit = Played.By($"calibrate scenarios/calibration/laboratory{rival}.yaml");
                var left = Played.By($"calibrate scenarios/calibration/laboratory{rival}.yaml --leave-one-out");
                var predicted = left.Output.Split('\n').Single(line => line.Contains("root mean square ", StringComparison.Ordinal) && line.Contains('.'))
                    .Split(' ', StringSplitOptions.RemoveEmptyEntries);
                return new[]
                {
                    rival.Length == 0 ? "`valuation`" : $"`{rival[1..]}`", $"{fit.Rows("/profiles.csv").Select(row => row["parameter"]).Distinct().Count()}",
                    After(fit.Output, "best distance "), After(fit.Output, "summary shares: "), predicted[^2], predicted[^1],
                };
            })) + $"\n\n{Played.By("calibrate scenarios/calibration/laboratory.yaml").Origin} The others likewise, and with `--leave-one-out`.",
    };

    /// <summary>Root mean square error of the summary shares over all treatments that were observed.</summary>
    public static double Error() => Error("", Observed);

    private static Dictionary<string, string> Calibration(string name)
    {
        var fit = Played.By($"calibrate scenarios/calibration/{name}.yaml");
        var page = System.Text.Encoding.UTF8.GetString(fit.File("/calibration.md"));
        return new() { ["page"] = page[page.IndexOf("\n\n", StringComparison.Ordinal)..].Trim('\n') + $"\n\n{fit.Origin}" };
    }

    private static double Share(string treatment, string measure, string column, string set = "") => double.Parse(
        $"{Played.By($"lab scenarios/lab/{treatment}.yaml{set} --out out").Rows("/shares.csv").First(row => (string)row["measure"] == measure)[column]}",
        CultureInfo.InvariantCulture);

    /// <summary>Root mean square error of the summary shares over treatments.</summary>
    private static double Error(string set, params string[] treatments) => Math.Sqrt(treatments.SelectMany(treatment => Summary.Select(measure =>
        Share(treatment, measure, "simulated", set) - Share(treatment, measure, "observed", set))).Average(miss => miss * miss));

    private static string After(string output, string words)
    {
        var start = output.IndexOf(words, StringComparison.Ordinal) + words.Length;
        Assert.That(start, Is.GreaterThanOrEqualTo(words.Length), $"nothing said of {words}");
        return new string([.. output[start..].TakeWhile(letter => char.IsDigit(letter) || letter is '.' or ',')]).TrimEnd('.', ',');
    }
}
