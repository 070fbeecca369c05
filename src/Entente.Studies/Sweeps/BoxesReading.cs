using Entente.Scenarios.Designs;
using Entente.Studies.Charts;
using Entente.Studies.Sensitivity;

namespace Entente.Studies.Sweeps;

/// <summary>Where an outcome turns, as rules; how far it goes with each factor that has an order, and how it differs between the names of others.</summary>
internal static class BoxesReading
{
    public static SweepAnalysis Of(SweepValues values)
    {
        var factors = values.Design.Factors;
        var (allNumbers, allMeans) = (values.Numbers, values.Means);
        var different = Different(allNumbers);
        double[][] numbers = [.. different.Select(point => allNumbers[point])];
        double[] means = [.. different.Select(point => allMeans[point])];
        var cases = Cases.Of(values, means);
        var boxes = cases.Any ? Prim.Boxes(numbers, cases.Are, values.Nominal) : [];

        var ordered = Enumerable.Range(0, factors.Count).Where(factor => !factors[factor].IsNominal)
            .Select(factor => (Factor: factor, Is: RankCorrelation.Of([.. numbers.Select(of => of[factor])], means))).ToArray();
        var nominal = Enumerable.Range(0, factors.Count).Where(factor => factors[factor].IsNominal)
            .Select(factor => (Factor: factor, Is: values.Design.Method == DesignMethods.Grid ? NamesReading.OfGrid(values, factor).Groups : NamesReading.OfPoints(values, different, factor))).ToArray();
        var p = Multiplicity.Holm([.. ordered.Select(of => of.Is.PValue), .. nominal.Select(of => of.Is.PValue)]);
        NamesReading[] names = [.. nominal.Select((of, i) => new NamesReading(of.Factor, of.Is, p[ordered.Length + i])).OrderByDescending(of => of.Groups.EtaSquared)];

        var sentences = new List<string> { Overall(values, different) };
        if (different.Length < values.Points.Count)
            sentences.Add($"Only {Words.Number(different.Length)} of the {Words.Number(values.Points.Count)} points differ from each other; each is counted once.");
        sentences.AddRange(cases.Sentences);
        var rules = boxes.Select((box, i) => $"{(i == 0 ? cases.What : "Of the remaining points, the same holds")} where {string.Join(" and ", box.Restrictions.Select(r => Words.Restriction(values, r)))}").ToArray();
        sentences.AddRange(rules.Zip(boxes, (rule, box) => $"{rule} (coverage {Figure.Share(box.Coverage)}, density {Figure.Share(box.Density)})."));
        if (boxes.Count > 0)
            sentences.Add("Coverage: share of all such points that are there; density: share of the points there that are such.");
        else if (cases.Any)
            sentences.Add("No rule tells these points from the others.");
        sentences.AddRange(names.Select(of => of.Sentence(values)));

        (double Strength, double P, string Is)[] all =
        [
            .. ordered.Select((of, i) => (Math.Pow(of.Is.Size.Value, 2), p[i], $"{factors[of.Factor].Name} has the strongest association with {values.Subject}: rank correlation {Words.Correlation(of.Is.Size)}")),
            .. names.Select(of => (of.Groups.EtaSquared, of.PValue, $"{factors[of.Factor].Name} has the strongest association with {values.Subject}: it accounts for {Words.Percent(of.Groups.EtaSquared)} of the variance between points")),
        ];
        var strongest = all.MaxBy(of => of.Strength);
        var association = all.All(of => double.IsNaN(of.P)) ? $"There are too few points to tell what {values.Subject} depends on"
            : strongest.P < Words.Error ? strongest.Is : $"No factor has a significant association with {values.Subject}";
        var finding = rules.Length > 0 ? rules[0] : values.Against is not null && !cases.Any ? cases.Sentences[0].TrimEnd('.') : association;
        sentences.RemoveAll(sentence => sentence == $"{finding}.");

        var lines = ordered.Select((of, i) => new SweepLine(factors[of.Factor].Name, factors[of.Factor].Role, [of.Is.Size, Words.Plain(p[i])])).OrderByDescending(line => Math.Abs(line.Values[0].Value)).ToArray();
        var groups = names.Select(of => new SweepLine(factors[of.Factor].Name, factors[of.Factor].Role, [Words.Plain(of.Groups.EtaSquared), Words.Plain(of.PValue)])).ToArray();
        SweepTable?[] tables =
        [
            lines.Length == 0 ? null : new SweepTable("correlations", "Rank correlation (Spearman) of the mean at each point with each factor; intervals over points, p adjusted (Holm)", ["correlation", "p"], lines, association),
            names.Length == 0 ? null : NamesReading.Table(values, names, values.Design.Method == DesignMethods.Grid ? "replications" : "points"),
            groups.Length == 0 ? null : new SweepTable("groups", "Share of the variance between points that each factor of names accounts for; p of Kruskal and Wallis's test, adjusted (Holm)", ["eta squared", "p"], groups),
        ];
        return new SweepAnalysis(finding, sentences, [.. tables.OfType<SweepTable>()]);
    }

    /// <summary>Points that differ from all before: the same setting in the same worlds gives the same, and counts once.</summary>
    private static int[] Different(double[][] numbers) => [.. Enumerable.Range(0, numbers.Length).DistinctBy(point => string.Join(' ', numbers[point].Select(BitConverter.DoubleToInt64Bits)))];

    /// <summary>The mean over all points, with the interval over replications, which all points share.</summary>
    private static string Overall(SweepValues values, int[] points)
    {
        var mean = Means.Of([.. Enumerable.Range(0, values.Replications).Select(world => points.Average(point => values.Values[point][world]))]);
        var means = values.Means;
        var range = $"{(double.IsFinite(mean.Low) ? $"95% interval over replications {Words.Number(mean.Low)} to {Words.Number(mean.High)}; " : "")}by point from {Words.Number(means.Min())} to {Words.Number(means.Max())}";
        if (values.Against is null)
            return $"The mean of {values.Subject} over all points is {Words.Number(mean.Value)} ({range}).";
        var how = values.Base > 0 ? $"{Words.Percent(Math.Abs(mean.Value) / values.Base)} {(mean.Value < 0 ? "lower" : "higher")}" : mean.Value < 0 ? "lower" : "higher";
        return double.IsFinite(mean.Low) && !Words.Clear(mean)
            ? $"Over all points there is no significant difference in {values.Outcome.Title} between {values.Arm} and {values.Against}: it is {how} ({Words.Signed(mean.Value)}; {range})."
            : $"Over all points, {values.Outcome.Title} is on average {how} under {values.Arm} than under {values.Against} ({Words.Signed(mean.Value)}; {range}).";
    }
}
