using Entente.Scenarios.Claims;

namespace Entente.Studies.Claims;

/// <summary>What a claim or a proposition comes to.</summary>
public enum ClaimVerdict
{
    /// <summary>The whole interval is where the proposition says.</summary>
    Confirmed,
    /// <summary>The whole interval is where the proposition does not say: the difference that matters is not there.</summary>
    Refuted,
    /// <summary>Neither, with all the replications that were allowed; or most replications have no value.</summary>
    Undecided,
    /// <summary>No outcome of the model can stand for it.</summary>
    NotTestable,
}

/// <summary>What a proposition comes to under some settings.</summary>
/// <param name="Proposition">The proposition.</param>
/// <param name="Verdict">What it comes to.</param>
/// <param name="Effect">Mean of the contrast; NaN without a replication that has a value.</param>
/// <param name="Low">Lower end of its interval; minus infinity with too few replications.</param>
/// <param name="High">Upper end of its interval; infinity with too few replications.</param>
/// <param name="Replications">Replications with a value.</param>
/// <param name="LeftOut">Replications without one: an outcome in the contrast was NaN.</param>
public sealed record PropositionFinding(
    Proposition Proposition, ClaimVerdict Verdict, double Effect, double Low, double High, int Replications, int LeftOut)
{
    /// <summary>Whether most replications had no value.</summary>
    public bool NotMeasurable => LeftOut > Replications;
}

/// <summary>What a claim comes to under some settings.</summary>
/// <param name="Variant">The settings.</param>
/// <param name="Propositions">Its propositions, in the order of the file.</param>
public sealed record VariantFinding(ClaimVariant Variant, IReadOnlyList<PropositionFinding> Propositions)
{
    /// <summary>Confirmed if all propositions are, refuted if one is, else undecided.</summary>
    public ClaimVerdict Verdict =>
        Propositions.Any(p => p.Verdict == ClaimVerdict.Refuted) ? ClaimVerdict.Refuted
        : Propositions.All(p => p.Verdict == ClaimVerdict.Confirmed) ? ClaimVerdict.Confirmed
        : ClaimVerdict.Undecided;

    /// <summary>Replications played of each arm.</summary>
    public int Replications => Propositions.Max(p => p.Replications + p.LeftOut);
}

/// <summary>What a claim comes to.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="Base">As it stands; null where it is not testable.</param>
/// <param name="Others">With a rule switched off or a rival theory in place, in order.</param>
public sealed record ClaimFinding(Claim Claim, VariantFinding? Base, IReadOnlyList<VariantFinding> Others)
{
    /// <summary>What it comes to as it stands.</summary>
    public ClaimVerdict Verdict => Base?.Verdict ?? ClaimVerdict.NotTestable;
}
