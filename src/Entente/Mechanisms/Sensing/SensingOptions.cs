using Entente.Settings;
using static Entente.Settings.ParameterAttribute;

namespace Entente.Mechanisms.Sensing;

/// <summary>Parameters of how firms come to see a threat.</summary>
public sealed record SensingOptions
{
    /// <summary>Share of the gap between threat and perception that a firm without inertia closes in a month.</summary>
    [Parameter(0, 1, "per month", Judgement)] public double Speed { get; init; } = 0.15;
    /// <summary>Share of the gap to its allies' mean perception that a less worried firm closes in a month.</summary>
    [Parameter(0, 1, "per month", Judgement)] public double AllyInfluence { get; init; } = 0.05;
}
