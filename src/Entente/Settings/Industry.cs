namespace Entente.Settings;

/// <summary>The firms of an industry, and the space of domains and markets they live in.</summary>
public sealed record Industry
{
    /// <summary>Number of firms.</summary>
    [Parameter(2, 1_000_000, "firms", ParameterAttribute.Judgement)] public int Firms { get; init; } = 30;
    /// <summary>Number of domains of capability, K.</summary>
    [Parameter(4, 64, "domains", ParameterAttribute.Judgement)] public int Domains { get; init; } = 8;
    /// <summary>Number of local markets, M.</summary>
    [Parameter(3, 64, "markets", ParameterAttribute.Judgement)] public int Markets { get; init; } = 10;
    /// <summary>Alliances a firm can have at a time, negotiations included.</summary>
    [Parameter(0, 1000, "alliances", ParameterAttribute.Judgement)] public int Slots { get; init; } = 3;
    /// <summary>Core revenue at the start of a firm of mean size.</summary>
    [Parameter(0, 1e6, "monthly value of an average opportunity", ParameterAttribute.Judgement)] public double CoreRevenue { get; init; } = 20;
    /// <summary>Mean of generalised trust among firms.</summary>
    [Parameter(0, 1, "trust", ParameterAttribute.LaboratoryFit)] public double TrustMean { get; init; } = 0.676;
    /// <summary>Concentration of generalised trust among firms.</summary>
    [Parameter(0.01, 10000, "Beta concentration", ParameterAttribute.LaboratoryFit)] public double TrustConcentration { get; init; } = 4.24;
    /// <summary>Mean of the belief in fair processes among firms.</summary>
    [Parameter(0, 1, "belief", ParameterAttribute.Judgement)] public double FairnessMean { get; init; } = 0.5;
    /// <summary>Concentration of the belief in fair processes among firms.</summary>
    [Parameter(0.01, 10000, "Beta concentration", ParameterAttribute.Judgement)] public double FairnessConcentration { get; init; } = 6;
    /// <summary>Standard deviation of the logarithm of size (mean 1).</summary>
    [Parameter(0, 3, "log units", ParameterAttribute.Judgement)] public double SizeLogSd { get; init; } = 0.5;
    /// <summary>Concentration of leadership quality among alliances, around the dial's mean.</summary>
    [Parameter(0.01, 10000, "Beta concentration", ParameterAttribute.Judgement)] public double LeadershipConcentration { get; init; } = 8;
    /// <summary>Firms described one by one: they are the first firms, in this order. What is not given is drawn.</summary>
    public IReadOnlyList<FirmDescription> Named { get; init; } = [];
}

/// <summary>What a scenario says of one firm. What it leaves out is drawn like any other firm's.</summary>
public sealed record FirmDescription
{
    /// <summary>The firm's name.</summary>
    public required string Name { get; init; }
    /// <summary>Strength in each domain, 0 to 1; as many as there are domains.</summary>
    public IReadOnlyList<double>? Capabilities { get; init; }
    /// <summary>Share of its business in each local market; as many as there are markets, summing to 1.</summary>
    public IReadOnlyList<double>? Presence { get; init; }
    /// <summary>Weight of each domain for its next customers; as many as there are domains.</summary>
    public IReadOnlyList<double>? Targets { get; init; }
    /// <summary>Size; the mean firm is 1.</summary>
    [Parameter(0.001, 1000, "mean sizes", ParameterAttribute.Judgement)] public double? Size { get; init; }
    /// <summary>Generalised trust: how far it trusts firms it never met.</summary>
    [Parameter(0, 1, "trust", ParameterAttribute.Judgement)] public double? Trust { get; init; }
    /// <summary>Belief in fair processes: what it expects of those who run one.</summary>
    [Parameter(0, 1, "belief", ParameterAttribute.Judgement)] public double? Fairness { get; init; }
    /// <summary>Culture, a point on a line.</summary>
    [Parameter(0, 1, "position", ParameterAttribute.Judgement)] public double? Culture { get; init; }
    /// <summary>Control bias: how much its lawyers want to pin down.</summary>
    [Parameter(0, 1, "bias", ParameterAttribute.Judgement)] public double? ControlBias { get; init; }
    /// <summary>Inertia: how slowly it sees and builds.</summary>
    [Parameter(0, 1, "share", ParameterAttribute.Judgement)] public double? Inertia { get; init; }
    /// <summary>Allocentricity: how far it looks at what partners could bring rather than at what it can do itself.</summary>
    [Parameter(0, 1, "share", ParameterAttribute.Judgement)] public double? Allocentricity { get; init; }
    /// <summary>Month of the year, 0 to 11, in which it plans.</summary>
    [Parameter(0, 11, "month of the year", ParameterAttribute.Judgement)] public int? PlanningMonth { get; init; }
}

/// <summary>An alliance founded by decree: its members operate it from a month on, without search or negotiation.</summary>
public sealed record Decree
{
    /// <summary>What to call it.</summary>
    public required string Name { get; init; }
    /// <summary>Its members, as positions in the industry; two or more, all different.</summary>
    public required IReadOnlyList<int> Members { get; init; }
    /// <summary>The month in which it starts to operate.</summary>
    [Parameter(0, 4000, "month", ParameterAttribute.Judgement)] public int Month { get; init; }
    /// <summary>How many projects it starts with: on the open opportunities of highest value times joint coverage.</summary>
    [Parameter(0, 100, "projects", ParameterAttribute.Judgement)] public int Projects { get; init; } = 1;
    /// <summary>Trust of every member in every other when it starts; what they have of each other if left out.</summary>
    [Parameter(0, 1, "trust", ParameterAttribute.Judgement)] public double? Trust { get; init; }
}
