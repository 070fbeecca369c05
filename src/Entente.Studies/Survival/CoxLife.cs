using Entente.Observation;

namespace Entente.Studies.Survival;

/// <summary>A life, or a piece of one, with what its hazard may depend on.</summary>
/// <param name="Spell">The life as far as it was watched.</param>
/// <param name="Covariates">The covariates, one number each.</param>
/// <param name="Stratum">The stratum it belongs to: each has a baseline hazard of its own.</param>
/// <param name="Cluster">The cluster it belongs to: lives of different clusters are independent.</param>
public sealed record CoxLife(Spell Spell, IReadOnlyList<double> Covariates, int Stratum = 0, int Cluster = 0);
