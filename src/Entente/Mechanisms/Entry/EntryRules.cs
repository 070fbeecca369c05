using Entente.Settings;

namespace Entente.Mechanisms.Entry;

/// <summary>
/// Whether a firm asked to join says yes. Cooperation is believed in to the degree P that trust, a contract that compels, or -
/// where the process sets the pace - the belief in fair processes carry it; against that stand the own specific investment, what an exit would
/// forfeit if cooperation does not come about, and the burden of control. High exit barriers deter exactly where belief is low.
/// </summary>
public static class EntryRules
{
    /// <summary>Compliance chi_0 that a contract yet to be written could compel: contractControl (1 - nu).</summary>
    public static double Compliance(in Dials dials, double novelty) => dials.ContractControl * (1 - novelty);

    /// <summary>Belief P, 0 to 1, that cooperation will come about.</summary>
    /// <param name="options">Parameters.</param>
    /// <param name="dials">Governance in force.</param>
    /// <param name="trust">The firm's mean trust in the others.</param>
    /// <param name="fairness">Its belief in fair processes.</param>
    /// <param name="novelty">Novelty of the opportunity.</param>
    public static double Belief(EntryOptions options, in Dials dials, double trust, double fairness, double novelty)
    {
        var byContract = trust + (1 - trust) * options.CompliedShare * Compliance(dials, novelty);
        var byProcess = options.TrustWeight * trust + options.ProcessWeight * fairness * dials.FairProcess;
        return dials.TrustPacing * byContract + (1 - dials.TrustPacing) * Math.Max(byContract, byProcess);
    }

    /// <summary>Utility of entering, as a share of the opportunity's monthly value.</summary>
    /// <param name="options">Parameters.</param>
    /// <param name="dials">Governance in force.</param>
    /// <param name="investmentMonths">Investment in full, in months of value.</param>
    /// <param name="share">The firm's share s_i.</param>
    /// <param name="coverage">Joint coverage of the opportunity.</param>
    /// <param name="belief">Belief P that cooperation will come about.</param>
    public static double Utility(
        EntryOptions options, in Dials dials, double investmentMonths, double share, double coverage, double belief)
    {
        var sunk = investmentMonths * share;
        return options.HorizonMonths * share * coverage * belief * options.Margin
            - options.SunkWeight * sunk
            - options.BarrierWeight * dials.ExitBarrier * sunk * (1 - belief)
            - options.ContractBurden * dials.ContractControl;
    }
}
