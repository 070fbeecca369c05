using System.Globalization;
using System.Text;
using Entente.Studies.Results;
using Entente.Studies.Statistics;

namespace Entente.Studies.Calibration;

/// <summary>A page on a calibration: how it was done, the fit, and which parameters the data pin down.</summary>
internal static class CalibrationPage
{
    public static string Write(CalibrationResult result, ICalibrationObjective objective)
    {
        var plan = result.Plan;
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"## {plan.Name}\n\n{plan.Question}\n\n");
        text.Append(CultureInfo.InvariantCulture,
            $"Distance: {objective.Description}\n{(plan.Anchor > 0 ? $"To its square {plan.Anchor} times the mean squared way from the starting values is added, in widths of the ranges.\n" : "")}\n");
        text.Append(CultureInfo.InvariantCulture,
            $"{result.Points.Count:N0} points tried: {plan.Start} of a Latin hypercube, then {plan.Generations} generations of {plan.Points}; {plan.Replications} replications each, seed {plan.Seed}. Best distance {result.Best.Distance:0.0000}; before, {result.Points[0].Distance:0.0000}. {result.Accepted.Count} points fit about as well (distance up to {result.Acceptable:0.0000}, the 95% quantile of the best point's distance by other replications).\n\n");
        text.Append("| parameter | sought in | before | best | fits about as well | pinned down |\n|---|---|---|---|---|---|\n");
        foreach (var profile in result.Profiles)
        {
            var p = profile.Parameter;
            text.Append(CultureInfo.InvariantCulture,
                $"| `{p.Path}` | {R(p.From)} to {R(p.To)}{(p.Logarithmic ? ", by ratios" : "")} | {R(p.Start)} | {R(profile.Best)} | {R(profile.Low)} to {R(profile.High)} | {(profile.Pinned ? "yes" : "no")} ({profile.Width:0%} of the range) |\n");
        }

        text.Append("\n| of | target | simulated | to be met | miss | source |\n|---|---|---|---|---|---|\n");
        foreach (var line in result.Fit)
        {
            text.Append(CultureInfo.InvariantCulture,
                $"| {Markdown.Cell(line.Of)} | {Markdown.Cell(line.Target)} | {line.Simulated:0.000} | {(line.Low == line.High ? $"{line.Low:0.000}" : $"{R(line.Low)} to {R(line.High)}")} | {line.Miss:+0.000;-0.000;0} | {Markdown.Cell(line.Source)} |\n");
        }

        if (plan.Experiments.Count > 0)
            text.Append(CultureInfo.InvariantCulture, $"\nRoot mean square error of the summary shares: {LaboratoryObjective.SummaryError(result.Fit):0.000}.\n");
        return text.ToString();
    }

    private static string R(double value) => Significant.Of(value);
}
