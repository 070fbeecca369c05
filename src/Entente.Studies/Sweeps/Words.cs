using System.Globalization;
using Entente.Studies.Charts;
using Entente.Studies.Sensitivity;
using Entente.Studies.Statistics;

namespace Entente.Studies.Sweeps;

/// <summary>Numbers and bounds in the sentences of an analysis.</summary>
internal static class Words
{
    /// <summary>Probability of error of what is called significant.</summary>
    public const double Error = 0.05;

    private const double LeastP = 0.001;

    /// <summary>A number without an interval.</summary>
    public static Estimate Plain(double value) => new(value, double.NaN, double.NaN);

    /// <summary>Whether 0 lies outside of the interval.</summary>
    public static bool Clear(Estimate estimate) => estimate.Low > 0 || estimate.High < 0;

    /// <summary>A number with no more digits than anybody needs; three below 1.</summary>
    public static string Number(double value) => double.IsNaN(value) ? "\u2013" : Math.Abs(value) >= 1 ? Figure.Of(value) : Digits(value, 3);

    public static string Signed(double value) => value > 0 ? $"+{Number(value)}" : Number(value);

    /// <summary>A share in percent: 72%, 3.4%, 0.12%.</summary>
    public static string Percent(double share) => Math.Abs(100 * share) switch
    {
        >= 10 => Figure.Share(share),
        _ => $"{Digits(100 * share, 2)}%",
    };

    /// <summary>A change as a percentage of the mean and as it is, with its interval: +4.3% of the mean (+516; 95% interval 390 to 643).</summary>
    public static string Change(SweepValues values, Estimate estimate)
    {
        string[] parts =
        [
            .. IsShare(values) ? [$"{(estimate.Value > 0 ? "+" : "")}{Percent(estimate.Value / values.Base)} of {Whose(values)} mean"] : Array.Empty<string>(),
            Signed(estimate.Value),
            .. double.IsFinite(estimate.Low) ? [$"95% interval {Number(estimate.Low)} to {Number(estimate.High)}"] : Array.Empty<string>(),
        ];
        return parts.Length == 1 ? parts[0] : $"{parts[0]} ({string.Join("; ", parts[1..])})";
    }

    /// <summary>A size without a sign: 4.3% of the mean (516).</summary>
    public static string Size(SweepValues values, double size) =>
        IsShare(values) ? $"{Percent(size / values.Base)} of {Whose(values)} mean ({Number(size)})" : Number(size);

    /// <summary>A correlation with its interval: -0.02 (95% interval -0.11 to 0.07).</summary>
    public static string Correlation(Estimate estimate) =>
        $"{Figure.Of(estimate.Value)}{(double.IsFinite(estimate.Low) ? $" (95% interval {Figure.Of(estimate.Low)} to {Figure.Of(estimate.High)})" : "")}";

    /// <summary>A probability of error: p = .03, p &lt; .001.</summary>
    public static string P(double p) => p < LeastP ? "p < 0.001" : $"p = {p.ToString("0.###", CultureInfo.InvariantCulture)}";

    /// <summary>Several things: 1 replication, 2 replications.</summary>
    public static string Count(int count, string one, string? many = null) => $"{Figure.Tick(count)} {(count == 1 ? one : many ?? $"{one}s")}";

    /// <summary>A sentence begun with a capital letter.</summary>
    public static string Capital(string text) => string.Concat(text[..1].ToUpperInvariant(), text.AsSpan(1));

    /// <summary>A factor's value at a point, with no more digits than anybody needs.</summary>
    public static string Value(SweepValues values, int point, int factor) => values.Design.Factors[factor].Levels is null
        ? Significant.Of(values.Points.Number(point, factor))
        : values.Points.Value(point, factor);

    /// <summary>A restriction: disruption.max is at most 0.3; theory is reciprocity or reinforcement.</summary>
    public static string Restriction(SweepValues values, BoxRestriction restriction)
    {
        var factor = values.Design.Factors[restriction.Factor];
        if (restriction.Names is { } names)
            return $"{factor.Name} is {Either([.. names.Select(name => factor.Levels![name].Name)])}";
        if (factor.Levels is { } levels)
        {
            // Few values are named; of many the bound.
            var inside = levels.Where(level => level.Number >= restriction.Low && level.Number <= restriction.High).Select(level => level.Name).ToArray();
            if (inside.Length < 3)
                return $"{factor.Name} is {Either(inside)}";
        }

        return (double.IsFinite(restriction.Low), double.IsFinite(restriction.High)) switch
        {
            (true, true) when restriction.Low == restriction.High => $"{factor.Name} is {Significant.Of(restriction.Low)}",
            (true, true) => $"{factor.Name} is between {Significant.Of(restriction.Low)} and {Significant.Of(restriction.High)}",
            (true, false) => $"{factor.Name} is at least {Significant.Of(restriction.Low)}",
            _ => $"{factor.Name} is at most {Significant.Of(restriction.High)}",
        };
    }

    private static string Digits(double value, int digits)
    {
        var scale = value == 0 ? 1 : Math.Pow(10, Math.Floor(Math.Log10(Math.Abs(value))) + 1 - digits);
        return Figure.Tick(Math.Round(value / scale) * scale);
    }

    // A percentage of a mean that is 0 or below says nothing.
    private static bool IsShare(SweepValues values) => values.Base > 0;

    private static string Whose(SweepValues values) => values.Against is null ? "the" : $"{values.Against}'s";

    private static string Either(string[] words) =>
        words.Length < 2 ? string.Concat(words) : $"{string.Join(", ", words[..^1])} or {words[^1]}";
}
