using Entente.Studies.Charts;
using Entente.Studies.Sensitivity;
using Entente.Studies.Statistics;
using MathNet.Numerics.Statistics;

namespace Entente.Studies.Sweeps;

/// <summary>Where an outcome turns, as rules; and how far it goes with each factor.</summary>
internal static class BoxesReading
{
    private const double Lowest = 0.25;
    private const double Normal95 = 1.959963984540054;

    public static SweepAnalysis Of(SweepValues values)
    {
        var factors = values.Design.Factors;
        var (places, means) = (values.Places, values.Means);
        var worse = values.Outcome.Preference == Preference.LessIsBetter ? -1 : 1;
        var bound = values.Against is null ? means.Select(mean => worse * mean).Quantile(Lowest) : 0;
        bool[] cases = [.. means.Select(mean => worse * mean < bound)];
        var count = cases.Count(of => of);
        var worseThan = values.Against is null
            ? $"{values.Subject} is in its {(worse > 0 ? "lowest" : "highest")} quarter"
            : $"{values.Arm} has {(worse > 0 ? "less" : "more")} {values.Outcome.Title} than {values.Against}";
        var what = worseThan;
        if (2 * count > cases.Length && count < cases.Length)
        {
            // Rules tell of the rarer of the two: the other is nearly everywhere.
            cases = Array.ConvertAll(cases, of => !of);
            what = $"{values.Arm} has {(worse > 0 ? "more" : "less")} {values.Outcome.Title} than {values.Against}";
        }

        var boxes = count == 0 || count == cases.Length ? [] : Prim.Boxes(places, cases);
        var sentences = new List<string>
        {
            $"The mean over all points of {values.Subject} is {Words.Number(means.Mean())}, from {Words.Number(means.Min())} to {Words.Number(means.Max())}.",
        };
        if (values.Against is not null)
            sentences.Add($"{worseThan} at {Words.Number(count)} of {Words.Number(cases.Length)} points ({Figure.Share((double)count / cases.Length)}).");
        foreach (var (i, box) in boxes.Index())
        {
            sentences.Add($"{(i == 0 ? what : "Of the points left, it is so")} where {string.Join(" and ", box.Restrictions.Select(r => Words.Restriction(values, r)))}"
                + $" ({Figure.Share(box.Coverage)} of the points where it is so; it is so at {Figure.Share(box.Density)} of the points there).");
        }

        if (boxes.Count == 0 && count > 0 && count < cases.Length)
            sentences.Add("No rule tells where.");
        var correlations = factors.Select((factor, i) => new SweepLine(factor.Name, factor.Role, [Correlation([.. places.Select(place => place[i])], means)]))
            .OrderByDescending(line => Math.Abs(line.Values[0].Value)).ToArray();
        var finding = boxes.Count > 0
            ? sentences[values.Against is null ? 1 : 2].Split(" (")[0]
            : values.Against is not null && count == 0 ? $"{values.Arm} never has {(worse > 0 ? "less" : "more")} {values.Outcome.Title} than {values.Against}"
            : values.Against is not null && count == cases.Length ? $"{worseThan} at every point" : $"{values.Subject}: {correlations[0].Label} matters most";
        return new SweepAnalysis(finding, sentences,
            [new SweepTable("correlations", "How far the outcome goes with each factor: rank correlation of the mean with it", ["correlation"], correlations)]);
    }

    /// <summary>Spearman's, with the interval of Fisher's z (Fieller, Hartley and Pearson 1957: variance 1.06 / (n - 3)).</summary>
    private static Estimate Correlation(double[] x, double[] y)
    {
        var r = MathNet.Numerics.Statistics.Correlation.Spearman(x, y);
        var half = Normal95 * Math.Sqrt(1.06 / Math.Max(1, x.Length - 3));
        return new Estimate(r, Math.Tanh(Math.Atanh(r) - half), Math.Tanh(Math.Atanh(r) + half));
    }
}
