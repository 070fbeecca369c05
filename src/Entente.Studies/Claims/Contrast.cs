using Entente.Scenarios.Claims;
using Entente.Studies.Statistics;

namespace Entente.Studies.Claims;

/// <summary>The values of a proposition's contrast so far, replication by replication.</summary>
internal sealed class Contrast(Proposition proposition)
{
    private readonly List<double> values = [];
    private int leftOut;

    /// <summary>Adds a replication.</summary>
    /// <param name="outcomes">Outcomes of each play, by name.</param>
    public void Add(IReadOnlyList<IReadOnlyDictionary<string, double>> outcomes)
    {
        var value = proposition.Terms.Sum(term => term.Weight * outcomes[term.Play][term.Outcome]);
        if (double.IsNaN(value))
            leftOut++;
        else
            values.Add(value);
    }

    /// <summary>Mean of the values; NaN without any.</summary>
    public double Mean => values.Count == 0 ? double.NaN : values.Average();

    /// <summary>What the proposition comes to.</summary>
    /// <param name="alpha">Probability of a wrong verdict, whenever one looks.</param>
    /// <param name="least">Fewest values a verdict is based on.</param>
    public PropositionFinding Judge(double alpha, int least)
    {
        var (mean, low, high) = ConfidenceSequence.Interval(values, alpha);
        var verdict = values.Count < least || leftOut > values.Count ? ClaimVerdict.Undecided : Decide(low, high);
        return new PropositionFinding(proposition, verdict, mean, low, high, values.Count, leftOut);
    }

    private ClaimVerdict Decide(double low, double high)
    {
        var threshold = proposition.Threshold;
        var (holds, fails) = proposition.Direction switch
        {
            Direction.MoreThan => (low > threshold, high <= threshold),
            Direction.LessThan => (high < threshold, low >= threshold),
            _ => (low > threshold || high < -threshold, low >= -threshold && high <= threshold),
        };
        return holds ? ClaimVerdict.Confirmed : fails ? ClaimVerdict.Refuted : ClaimVerdict.Undecided;
    }
}
