using Entente.Studies.Sensitivity;

namespace Entente.Studies.Sweeps;

/// <summary>Elementary effects: which factors matter at all.</summary>
internal static class ElementaryReading
{
    public static SweepAnalysis Of(SweepValues values)
    {
        var factors = values.Design.Factors;
        var ranked = MorrisEffects.Of(values.Places, values.Values, values.Seed).OrderByDescending(effect => effect.MeanAbsolute.Value).ToArray();
        string Name(MorrisEffect effect) => factors[effect.Factor].Name;

        // An effect whose size is no more than that of luck shows nothing: the mean size of a normal error is its deviation times this.
        var luck = Math.Sqrt(2 / Math.PI);
        var silent = ranked.Where(effect => effect.MeanAbsolute.Low <= effect.Noise * luck).Select(Name).ToArray();
        return new SweepAnalysis(
            $"{Name(ranked[0])} moves {values.Subject} most: by {Words.Number(ranked[0].MeanAbsolute.Value)} over its range",
            [
                "mu*: mean size of elementary effects; mu: their mean; sigma: how much they depend on where one stands; luck: standard error of one of them.",
                silent.Length == 0 ? "Every factor moves it by more than luck does." : $"No more than luck: {string.Join(", ", silent)}.",
            ],
            [
                new SweepTable("elementary", "Elementary effects over the whole range of each factor", ["mu*", "mu", "sigma", "luck"],
                    [.. ranked.Select(effect => new SweepLine(Name(effect), factors[effect.Factor].Role,
                        [effect.MeanAbsolute, Words.Plain(effect.Mean), Words.Plain(effect.Deviation), Words.Plain(effect.Noise)]))]),
            ]);
    }
}
