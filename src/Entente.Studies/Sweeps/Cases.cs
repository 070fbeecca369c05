using Entente.Studies.Charts;
using Entente.Studies.Statistics;

namespace Entente.Studies.Sweeps;

/// <summary>The points of which rules are to tell where they are, and what they are in words.</summary>
/// <param name="Are">Which points are such; none where there is nothing to tell apart.</param>
/// <param name="What">What holds at them, as the beginning of a sentence.</param>
/// <param name="Sentences">What else there is to say of all points.</param>
internal sealed record Cases(bool[] Are, string What, IReadOnlyList<string> Sentences)
{
    private const double Quarter = 0.25;
    private const double Nearly = 0.02;

    /// <summary>Whether there are such points and others.</summary>
    public bool Any => Array.IndexOf(Are, true) >= 0 && Array.IndexOf(Are, false) >= 0;

    /// <summary>Where an arm does worse than another, or an outcome is in its worst quarter.</summary>
    public static Cases Of(SweepValues values, double[] means)
    {
        var sign = values.Outcome.Preference == Preference.LessIsBetter ? -1 : 1;
        var scores = Array.ConvertAll(means, mean => sign * mean);
        return values.Against is null ? InQuarter(values, scores, sign) : Compared(values, scores, sign);
    }

    /// <summary>
    /// The lowest values, as near to a quarter of the points as ties let them be: those that tie are in together or not at all. Where more than half tie at
    /// the lowest value, the others.
    /// </summary>
    private static Cases InQuarter(SweepValues values, double[] scores, int sign)
    {
        var (lowest, atMost, above) = sign > 0 ? ("lowest", "at most", "above") : ("highest", "at least", "below");
        double Share(double bound) => (double)scores.Count(score => score <= bound) / scores.Length;
        var bounds = scores.Distinct().Order().SkipLast(1).ToArray();
        if (bounds.Length == 0)
            return new Cases(new bool[scores.Length], "", ["Its mean is the same at all points."]);
        var bound = bounds.MinBy(of => Math.Abs(Share(of) - Quarter));
        var (share, number) = (Share(bound), Words.Number(sign * bound));
        var tied = scores.Count(score => score == bounds[0]);
        var ties = $"{Words.Number(tied)} of {Words.Count(scores.Length, "point")} ({Figure.Share((double)tied / scores.Length)}) tie at the {lowest} value, {Words.Number(sign * bounds[0])}";
        if (share > 0.5)
            return new Cases(Array.ConvertAll(scores, score => score > bound), $"{Words.Capital(values.Subject)} is {above} its {lowest} value, {number},", [$"{ties}; rules describe the others."]);
        return new Cases(Array.ConvertAll(scores, score => score <= bound), bound == bounds[0] && tied > 1
            ? $"{Words.Capital(values.Subject)} is at its {lowest} value, {number},"
            : $"{Words.Capital(values.Subject)} is {(Math.Abs(share - Quarter) <= Nearly ? $"in its {lowest} quarter" : $"among its {lowest} {Figure.Share(share)}")}, {atMost} {number},",
            bound == bounds[0] && tied > 1 ? [$"{ties}; rules describe these."] : []);
    }

    /// <summary>Points at which one arm does worse than the other, or those at which it does not where they are fewer: the rest is nearly everywhere.</summary>
    private static Cases Compared(SweepValues values, double[] scores, int sign)
    {
        var (lower, higher) = sign > 0 ? ("lower", "higher") : ("higher", "lower");
        var (worse, same) = (scores.Count(score => score < 0), scores.Count(score => score == 0));
        string Is(string how) => $"{Words.Capital(values.Outcome.Title)} is {how} under {values.Arm} than under {values.Against}";
        string[] sentences =
        [
            $"{Is(lower)} at {(worse == scores.Length ? "every point" : worse == 0 ? "no point" : $"{Words.Number(worse)} of {Words.Count(scores.Length, "point")} ({Figure.Share((double)worse / scores.Length)})")}"
                + $"{(same > 0 ? $", and the same at {Words.Number(same)}" : "")}.",
        ];
        if (worse == 0)
            return new Cases(Array.ConvertAll(scores, score => score > 0), Is(higher), sentences);
        return 2 * worse <= scores.Length
            ? new Cases(Array.ConvertAll(scores, score => score < 0), Is(lower), sentences)
            : new Cases(Array.ConvertAll(scores, score => score >= 0), Is(same > 0 ? $"not {lower}" : higher), sentences);
    }
}
