using Entente.Settings;

namespace Entente.Mechanisms.Trust;

/// <summary>
/// Trust tau_ij is i's belief that j contributes of its own will next month. A contribution seen closes part of the gap to 1 - less
/// where it was enforced, for enforced good conduct proves little; a breach seen destroys a larger part of what there is. Trust also follows
/// perceived justice, and fades toward what it would be between strangers. The laboratory game plays the same rules.
/// </summary>
public static class TrustRules
{
    /// <summary>Trust in a firm never met: g (1 - .3 rho).</summary>
    public static double Unmet(TrustOptions options, double generalTrust, double rivalry) =>
        generalTrust * (1 - options.RivalryDiscount * rivalry);

    /// <summary>Probability that a kept promise is mistaken for a broken one.</summary>
    /// <param name="options">Parameters.</param>
    /// <param name="contact">How often people meet, 0 to 1.</param>
    /// <param name="processQuality">Quality phi of the process.</param>
    /// <param name="culturalDistance">|u_i - u_j|, 0 to 1.</param>
    public static double Mistake(TrustOptions options, double contact, double processQuality, double culturalDistance) =>
        Math.Clamp(
            options.Noise * (1 - options.ContactClarity * contact) * (1 - options.ProcessClarity * processQuality) * (1 + culturalDistance),
            0, 1);

    /// <summary>Share of missing trust that a contribution makes up for: .08 (.4 + .6 contact)(1 - .8 f).</summary>
    public static double Growth(TrustOptions options, double contact, double enforceable) =>
        options.Growth * (options.ContactBase + (1 - options.ContactBase) * contact) * (1 - options.ControlDoubt * enforceable);

    /// <summary>Share of trust that a breach destroys: .35 (1 - .5 J phi)(1 - .5 blamelessReview).</summary>
    public static double Breakage(TrustOptions options, double justice, double processQuality, double blamelessReview) =>
        options.Breakage * (1 - options.JusticeBuffer * justice * processQuality) * (1 - options.ReviewBuffer * blamelessReview);

    /// <summary>Trust after a contribution was seen: tau + growth (1 - tau).</summary>
    public static double AfterContribution(double trust, double growth) => AfterShare(trust, 1, growth, 0);

    /// <summary>Trust after a breach was seen: tau (1 - breakage).</summary>
    public static double AfterBreach(double trust, double breakage) => AfterShare(trust, 0, 0, breakage);

    /// <summary>One trust for several partners, after a share s of them was seen contributing: tau + growth s (1 - tau) - breakage (1 - s) tau.</summary>
    public static double AfterShare(double trust, double share, double growth, double breakage) =>
        trust + growth * share * (1 - trust) - breakage * (1 - share) * trust;

    /// <summary>Trust after a month under a process: it follows perceived justice upward.</summary>
    public static double AfterProcess(TrustOptions options, double trust, double justice, double processQuality) =>
        justice > trust ? trust + options.ProcessGrowth * processQuality * (justice - trust) : trust;

    /// <summary>Trust after a month with risk clinics.</summary>
    public static double AfterClinic(TrustOptions options, in Dials dials, double trust) =>
        trust + options.ClinicGrowth * dials.RiskClinic * (1 - trust);

    /// <summary>Trust after a month without an alliance: it drifts to what it would be between strangers.</summary>
    public static double AfterIdleMonth(TrustOptions options, double trust, double unmetTrust) =>
        trust + options.IdleDrift * (unmetTrust - trust);

    /// <summary>Generalised trust after an alliance: it moves toward the share of contributions seen there.</summary>
    /// <param name="options">Parameters.</param>
    /// <param name="generalTrust">Generalised trust before.</param>
    /// <param name="seen">Member-months of others seen; 0 leaves it as it is.</param>
    /// <param name="contributing">How many of them were taken for contributions.</param>
    public static double Generalised(TrustOptions options, double generalTrust, int seen, int contributing) =>
        seen == 0 ? generalTrust : generalTrust + options.Generalisation * ((double)contributing / seen - generalTrust);
}
