using Entente.Scenarios.Designs;
using Entente.Studies.Designs;
using Entente.Studies.Sensitivity;

namespace Entente.Studies.Sweeps;

/// <summary>Main effects and interactions of two-level factorials.</summary>
internal static class EffectsReading
{
    private const int MostShown = 20;
    private const double Error = 0.05;

    public static SweepAnalysis Of(SweepValues values)
    {
        var factors = values.Design.Factors;
        var fraction = values.Design.Method == DesignMethods.FractionalFactorial ? TwoLevelFraction.Of(factors.Count, values.Design.Runs) : null;
        int[][] levels = [.. values.Places.Select(place => Array.ConvertAll(place, at => (int)at))];

        // In a fraction of resolution 3 or 4 interactions of two cannot be told apart: only main effects are shown.
        var effects = FactorialEffects.Of(levels, values.Values, mainOnly: fraction is { Resolution: 3 or 4 });
        var ranked = effects.OrderByDescending(effect => Math.Abs(effect.Size.Value)).ToArray();
        string Name(FactorialEffect effect) => string.Join(" with ", effect.Factors.Select(factor => factors[factor].Name));
        var clear = ranked.Where(effect => effect.Adjusted < Error).ToArray();
        var sentences = new List<string>
        {
            $"{clear.Length} of {ranked.Length} effects on {values.Subject} are clear at 5%, adjusted for their number (Holm).",
        };
        if (fraction is not null)
            sentences.Add(fraction.Resolution switch
            {
                0 => "All combinations were played.",
                3 => $"A fraction of resolution III ({string.Join(", ", fraction.Generators)}): a main effect cannot be told from interactions of two others.",
                4 => $"A fraction of resolution IV ({string.Join(", ", fraction.Generators)}): main effects stand clear of interactions of two, which cannot be told from each other.",
                var resolution => $"A fraction of resolution {resolution} ({string.Join(", ", fraction.Generators)}): main effects and interactions of two can all be told apart.",
            });
        return new SweepAnalysis(
            $"{Name(ranked[0])} changes {values.Subject} most: {Words.Interval(ranked[0].Size)}",
            sentences,
            [
                new SweepTable("effects", "Effects: mean where high less mean where low; p adjusted (Holm)", ["effect", "p"],
                    [.. ranked.Take(MostShown).Select(effect => new SweepLine(
                        Name(effect), effect.Factors is [var only] ? factors[only].Role : null, [effect.Size, Words.Plain(effect.Adjusted)]))]),
            ]);
    }
}
