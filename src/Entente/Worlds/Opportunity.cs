namespace Entente.Worlds;

/// <summary>
/// Something that could be done and would be worth something, if anybody had what it takes. Nobody owns it. Objects are used
/// again for another opportunity once nobody can refer to the old one.
/// </summary>
public sealed class Opportunity
{
    /// <summary>Most domains that an opportunity can require.</summary>
    public const int MostDomains = 4;

    private readonly int[] _domains = new int[MostDomains];
    private readonly double[] _weights = new double[MostDomains];
    private readonly List<(int Lead, int Count)> _concepts = [];
    private int _domainCount;

    /// <summary>Number of the opportunity, in order of arrival.</summary>
    public int Id { get; internal set; }
    /// <summary>Its address among the draws: month of arrival x 2^20 + order in that month. The same in every arm.</summary>
    public int Address { get; internal set; }
    /// <summary>The domains it requires, all different.</summary>
    public ReadOnlySpan<int> Domains => _domains.AsSpan(0, _domainCount);
    /// <summary>The weight of each of them.</summary>
    public ReadOnlySpan<double> Weights => _weights.AsSpan(0, _domainCount);
    /// <summary>Sum of the weights.</summary>
    public double TotalWeight { get; private set; }
    /// <summary>Monthly value V when fully realised.</summary>
    public double Value { get; internal set; }
    /// <summary>Novelty nu, 0 to 1.</summary>
    public double Novelty { get; internal set; }
    /// <summary>Its local market.</summary>
    public int Market { get; internal set; }
    /// <summary>Whether what it needs can be had on the market.</summary>
    public bool MarketAvailable { get; internal set; }
    /// <summary>First month in which it is closed.</summary>
    public int Closing { get; internal set; }
    /// <summary>Live projects on it, m.</summary>
    public int LiveProjects { get; set; }
    /// <summary>Whether a project on it ever went live.</summary>
    public bool EverLive { get; set; }

    /// <summary>The month for which its shock and its end were last drawn; -1 before the first time.</summary>
    public int DrawnMonth { get; set; } = -1;
    /// <summary>Misfit that this month's shock adds to every project on it; 0 without a shock.</summary>
    public double Shock { get; set; }
    /// <summary>Whether what lives on it becomes obsolete this month.</summary>
    public bool TurnsObsolete { get; set; }

    /// <summary>How many alliances and projects are about it, and one more while it is open.</summary>
    internal int Claims { get; set; }

    /// <summary>Whether it is open in a month.</summary>
    public bool IsOpen(int month) => month < Closing;

    /// <summary>Share of what it requires that the given capabilities cover, 0 to 1.</summary>
    /// <param name="capabilities">Strength in each domain: of one firm, or the best of several.</param>
    public double Coverage(ReadOnlySpan<double> capabilities)
    {
        var covered = 0.0;
        for (var d = 0; d < _domainCount; d++)
            covered += _weights[d] * capabilities[_domains[d]];
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

    /// <summary>Adds a domain that it requires.</summary>
    internal void Require(int domain, double weight)
    {
        (_domains[_domainCount], _weights[_domainCount]) = (domain, weight);
        _domainCount++;
        TotalWeight += weight;
    }

    /// <summary>Makes it as new.</summary>
    internal void Renew()
    {
        _concepts.Clear();
        Array.Clear(_domains);
        Array.Clear(_weights);
        _domainCount = 0;
        (Id, Address, Market, Closing, LiveProjects, Claims) = (0, 0, 0, 0, 0, 0);
        (TotalWeight, Value, Novelty) = (0, 0, 0);
        (MarketAvailable, EverLive) = (false, false);
        (DrawnMonth, Shock, TurnsObsolete) = (-1, 0, false);
    }
}
