using Entente.Scenarios.Designs;
using Entente.Studies.Designs;
using Entente.Studies.Sensitivity;

namespace Entente.Studies.Sweeps;

/// <summary>Main effects and interactions of two-level factorials.</summary>
internal static class EffectsReading
{
    private const int MostShown = 20;

    public static SweepAnalysis Of(SweepValues values)
    {
        var factors = values.Design.Factors;
        var fraction = values.Design.Method == DesignMethods.FractionalFactorial ? TwoLevelFraction.Of(factors.Count, values.Design.Runs) : null;

        // In a fraction of resolution 3 or 4 interactions of two cannot be told apart: only main effects are shown.
        var effects = FactorialEffects.Of(values.Levels, values.Values, mainOnly: fraction is { Resolution: 3 or 4 });
        var ranked = effects.OrderByDescending(effect => Math.Abs(effect.Size.Value)).ToArray();
        string Name(FactorialEffect effect) => string.Join(" \u00d7 ", effect.Factors.Select(factor => factors[factor].Name));
        var significant = ranked.Where(effect => effect.Adjusted < Words.Error).ToArray();
        var sentences = new List<string>
        {
            values.Replications == 1
                ? "With one replication effects have no intervals and no p values: simulate more to tell them from random variation."
                : $"{significant.Length} of {Words.Count(ranked.Length, "effect")} on {values.Subject} {(significant.Length == 1 ? "is" : "are")} significant at the 5% level, adjusted for their number (Holm).",
        };
        string[] same = values.Replications == 1 ? [] : [.. ranked.Where(effect => effect.Size.Value != 0 && double.IsNaN(effect.Size.Low)).Select(Name)];
        if (same.Length > 0)
            sentences.Add($"The same in all {Words.Number(values.Replications)} replications, so that there is no interval and p is that of the sign test: {string.Join(", ", same)}.");
        string[] names = [.. factors.Where(factor => factor.IsNominal).Select(factor => $"{factor.Name} {factor.Levels![1].Name} (low: {factor.Levels[0].Name})")];
        if (names.Length > 0)
            sentences.Add($"Of names, which have no order, high is the second listed: {string.Join(", ", names)}.");
        if (fraction is not null)
            sentences.Add(fraction.Resolution switch
            {
                0 => "All combinations were simulated: a full factorial.",
                3 => $"A fraction of resolution III ({string.Join(", ", fraction.Generators)}): main effects are aliased with two-factor interactions.",
                4 => $"A fraction of resolution IV ({string.Join(", ", fraction.Generators)}): main effects are clear of two-factor interactions, which are aliased with one another.",
                var resolution => $"A fraction of resolution {resolution} ({string.Join(", ", fraction.Generators)}): neither main effects nor two-factor interactions are aliased with one another.",
            });
        var largest = significant.FirstOrDefault(ranked[0]);
        var finding = values.Replications > 1 && significant.Length == 0
            ? $"No effect on {values.Subject} is significant"
            : $"{Name(largest)} has the largest {(largest == ranked[0] ? "" : "significant ")}effect on {values.Subject}: {Words.Change(values, largest.Size)}";
        return new SweepAnalysis(finding, sentences,
            [
                new SweepTable("effects", "Effects: mean where high minus mean where low; p adjusted (Holm)", ["effect", "p"],
                    [.. ranked.Take(MostShown).Select(effect => new SweepLine(
                        Name(effect), effect.Factors is [var only] ? factors[only].Role : null, [effect.Size, Words.Plain(effect.Adjusted)]))], finding),
            ]);
    }
}
