using Entente.Studies.Sensitivity;

namespace Entente.Studies.Sweeps;

/// <summary>Elementary effects: which factors matter at all.</summary>
internal static class ElementaryReading
{
    public static SweepAnalysis Of(SweepValues values)
    {
        var factors = values.Design.Factors;
        var ranked = MorrisEffects.Of(values.Shares, values.Nominal, values.Values).OrderByDescending(effect => effect.MeanAbsolute.Value).ToArray();
        string Name(MorrisEffect effect) => factors[effect.Factor].Name;
        string List(IEnumerable<MorrisEffect> effects) => string.Join(", ", effects.Select(Name));

        // An effect whose size is no more than that of luck shows nothing: the mean size of a normal error is its deviation times this.
        var luck = Math.Sqrt(2 / Math.PI);
        var known = values.Replications > 1 && values.Design.Trajectories >= MorrisEffects.LeastTrajectories;
        var none = ranked.Where(effect => effect.MeanAbsolute.Value == 0).ToArray();
        var silent = known ? ranked.Except(none).Where(effect => effect.MeanAbsolute.Low <= effect.Noise * luck).ToArray() : [];
        var sentences = new List<string>
        {
            "mu*: mean absolute elementary effect; mu: mean effect; sigma: their standard deviation, large where the effect is not linear or depends on other factors; noise: standard error of one effect, from random variation between replications.",
        };
        if (factors.Any(factor => factor.Range is { Log: true }))
            sentences.Add("With scale: log a step is measured by its ratio, as a share of the ratio between the ends.");
        if (factors.Any(factor => factor.IsNominal))
            sentences.Add("Effects of names, which have no order, are of a change from one name to another; they have no sign.");
        if (none.Length > 0)
            sentences.Add($"No effect at any step: {List(none)}.");
        if (values.Replications == 1)
            sentences.Add("With one replication effects cannot be told from random variation: simulate more.");
        else if (!known)
            sentences.Add($"{Words.Count(values.Design.Trajectories, "trajectory", "trajectories")} are too few for intervals: use trajectories: {MorrisEffects.LeastTrajectories} or more.");
        else
            sentences.Add(silent.Length > 0 ? $"Not distinguishable from random variation: {List(silent)}." : $"All {(none.Length > 0 ? "other " : "")}effects stand out from random variation.");
        var finding = known && none.Length + silent.Length == ranked.Length
            ? $"No factor has an effect on {values.Subject} that stands out from random variation"
            : $"{Name(ranked[0])} has the largest effect on {values.Subject}: {Words.Size(values, ranked[0].MeanAbsolute.Value)} {(factors[ranked[0].Factor].IsNominal ? "from one name to another" : "over its range")}, on average";
        return new SweepAnalysis(finding, sentences,
            [
                new SweepTable("elementary", "Elementary effects over the whole range of each factor", ["mu*", "mu", "sigma", "noise"],
                    [.. ranked.Select(effect => new SweepLine(Name(effect), factors[effect.Factor].Role,
                        [effect.MeanAbsolute, Words.Plain(effect.Mean), Words.Plain(effect.Deviation), Words.Plain(effect.Noise)]))], finding),
            ]);
    }
}
