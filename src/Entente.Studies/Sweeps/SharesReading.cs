using Entente.Studies.Sensitivity;

namespace Entente.Studies.Sweeps;

/// <summary>Which factor does the work, and with what else: shares that add up to the whole difference.</summary>
internal static class SharesReading
{
    private const int Told = 2;
    private const int MostPairs = 10;

    public static SweepAnalysis Of(SweepValues values)
    {
        var factors = values.Design.Factors;
        var shares = new ShapleyShares(values.Values, factors.Count);
        var main = FactorialEffects.Of(values.Levels, values.Values, mainOnly: true);
        var whole = shares.Whole;
        var ranked = shares.Shares.OrderByDescending(share => Math.Abs(share.Share.Value)).ToArray();
        var pairs = shares.Interactions.OrderByDescending(pair => Math.Abs(pair.Together.Value)).ToArray();
        string Name(int factor) => factors[factor].Name;
        string Pair(ShapleyInteraction pair) => $"{Name(pair.One)} and {Name(pair.Other)}";

        var sentences = new List<string>
        {
            double.IsFinite(whole.Low) && !Words.Clear(whole)
                ? $"All {factors.Count} together make no significant difference to {values.Subject}: {Words.Change(values, whole)}."
                : $"All {factors.Count} together change {values.Subject} by {Words.Change(values, whole)}.",
            $"Each switched alone, they would add up to {Words.Signed(shares.Shares.Sum(share => share.First.Value))}; the rest is interaction.",
        };
        sentences.Add(values.Replications == 1
            ? "With one replication shares have no intervals: simulate more to tell them from random variation."
            : $"{ranked.Count(share => Words.Clear(share.Share))} of {factors.Count} shares have a 95% interval that excludes 0.");
        foreach (var pair in pairs.Where(pair => Words.Clear(pair.Together)).Take(Told))
            sentences.Add($"Interaction of {Pair(pair)}: together they change it by {Words.Change(values, pair.Together)} beyond each alone.");
        var finding = $"Of the change of {values.Subject} by {Words.Signed(whole.Value)}, {Name(ranked[0].Factor)} has the largest share ({Words.Signed(ranked[0].Share.Value)})"
            + (ranked.Length > 1 ? $", then {Name(ranked[1].Factor)} ({Words.Signed(ranked[1].Share.Value)})" : "");
        return new SweepAnalysis(finding, sentences,
            [
                new SweepTable("shares", "Shares of the whole difference (Shapley); main: effect over all combinations; alone: switched first; last: after all others", ["share", "main", "alone", "last"],
                    [.. ranked.Select(share => new SweepLine(Name(share.Factor), factors[share.Factor].Role, [share.Share, main[share.Factor].Size, share.First, share.Last]))], finding),
                new SweepTable("interactions", "Interactions: what two do together beyond each alone, the largest", ["together"],
                    [.. pairs.Take(MostPairs).Select(pair => new SweepLine(Pair(pair), null, [pair.Together]))]),
            ]);
    }
}
