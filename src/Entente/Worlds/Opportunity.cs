namespace Entente.Worlds;

/// <summary>Something that could be done and would be worth something, if anybody had what it takes. Nobody owns it.</summary>
public sealed class Opportunity
{
    private readonly List<(int Lead, int Count)> _concepts = [];

    /// <summary>Number of the opportunity, in order of arrival.</summary>
    public required int Id { get; init; }
    /// <summary>Its address among the draws: month of arrival x 2^20 + order in that month. The same in every arm.</summary>
    public required int Address { get; init; }
    /// <summary>The domains it requires, all different.</summary>
    public required int[] Domains { get; init; }
    /// <summary>The weight of each of them.</summary>
    public required double[] Weights { get; init; }
    /// <summary>Sum of the weights.</summary>
    public required double TotalWeight { get; init; }
    /// <summary>Monthly value V when fully realised.</summary>
    public required double Value { get; init; }
    /// <summary>Novelty nu, 0 to 1.</summary>
    public required double Novelty { get; init; }
    /// <summary>Its local market.</summary>
    public required int Market { get; init; }
    /// <summary>Whether what it needs can be had on the market.</summary>
    public required bool MarketAvailable { get; init; }
    /// <summary>First month in which it is closed.</summary>
    public required int Closing { get; init; }
    /// <summary>Live projects on it, m.</summary>
    public int LiveProjects { get; set; }
    /// <summary>Whether a project on it ever went live.</summary>
    public bool EverLive { get; set; }

    /// <summary>Whether it is open in a month.</summary>
    public bool IsOpen(int month) => month < Closing;

    /// <summary>Share of what it requires that the given capabilities cover, 0 to 1.</summary>
    /// <param name="capabilities">Strength in each domain: of one firm, or the best of several.</param>
    public double Coverage(ReadOnlySpan<double> capabilities)
    {
        var covered = 0.0;
        for (var d = 0; d < Domains.Length; d++)
            covered += Weights[d] * capabilities[Domains[d]];
        return covered / TotalWeight;
    }

    /// <summary>Counts one more concept that a lead draws on this opportunity and returns its number, from 0.</summary>
    public int NextConcept(int lead)
    {
        for (var entry = 0; entry < _concepts.Count; entry++)
        {
            if (_concepts[entry].Lead != lead)
                continue;
            var count = _concepts[entry].Count;
            _concepts[entry] = (lead, count + 1);
            return count;
        }

        _concepts.Add((lead, 1));
        return 0;
    }
}
