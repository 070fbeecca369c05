namespace Entente.Worlds;

/// <summary>What follows for two firms from what each of them is.</summary>
public static class Relations
{
    /// <summary>
    /// Rivalry, 0 to 1: sum_m min(p_im, p_jm) x (1/2 + 1/2 sum_k min(c_ik, c_jk) / sum_k max(c_ik, c_jk)). No shared market, no
    /// rivalry; in shared markets the more alike, the fiercer.
    /// </summary>
    public static double Rivalry(
        ReadOnlySpan<double> presenceI, ReadOnlySpan<double> presenceJ, ReadOnlySpan<double> skillsI, ReadOnlySpan<double> skillsJ)
    {
        var shared = SharedMarkets(presenceI, presenceJ);
        return shared == 0 ? 0 : Rivalry(shared, skillsI, skillsJ);
    }

    /// <summary>How much of their business two firms have in the same markets, 0 to 1: sum_m min(p_im, p_jm).</summary>
    public static double SharedMarkets(ReadOnlySpan<double> presenceI, ReadOnlySpan<double> presenceJ)
    {
        var shared = 0.0;
        for (var m = 0; m < presenceI.Length; m++)
            shared += Math.Min(presenceI[m], presenceJ[m]);
        return shared;
    }

    /// <summary>Rivalry of two firms whose shared markets are known, 0 to 1.</summary>
    public static double Rivalry(double sharedMarkets, ReadOnlySpan<double> skillsI, ReadOnlySpan<double> skillsJ)
    {
        double least = 0, most = 0;
        for (var k = 0; k < skillsI.Length; k++)
        {
            least += Math.Min(skillsI[k], skillsJ[k]);
            most += Math.Max(skillsI[k], skillsJ[k]);
        }

        return Math.Min(1, sharedMarkets) * (0.5 + 0.5 * (most > 0 ? least / most : 0));
    }

    /// <summary>Rivalry of two firms, 0 to 1.</summary>
    public static double Rivalry(Firm i, Firm j) => Rivalry(i.Presence, j.Presence, i.Capabilities, j.Capabilities);

    /// <summary>Value fit, 0 to 1: (cos(c_j, a_i) + cos(c_i, a_j)) / 2, what one offers against what the other desires.</summary>
    public static double ValueFit(Firm i, Firm j) =>
        (Cosine(j.Capabilities, i.Targets) + Cosine(i.Capabilities, j.Targets)) / 2;

    /// <summary>Cosine of the angle between two vectors; 0 where one has no length.</summary>
    public static double Cosine(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        double xy = 0, xx = 0, yy = 0;
        for (var k = 0; k < x.Length; k++)
        {
            xy += x[k] * y[k];
            xx += x[k] * x[k];
            yy += y[k] * y[k];
        }

        return xx > 0 && yy > 0 ? xy / Math.Sqrt(xx * yy) : 0;
    }
}
