using System.Globalization;
using Entente.Scenarios.Claims;

namespace Entente.Studies.Claims;

/// <summary>Findings in words and figures, as people are shown them.</summary>
public static class ClaimWords
{
    private const int MostDecimals = 6;

    /// <summary>A verdict: facts agree or contradict, claims are confirmed or refuted.</summary>
    public static string Of(ClaimVerdict verdict, bool fact) => verdict switch
    {
        ClaimVerdict.Confirmed => fact ? "agreed" : "confirmed",
        ClaimVerdict.Refuted => fact ? "contradicted" : "refuted",
        ClaimVerdict.NotTestable => "not testable",
        _ => "undecided",
    };

    /// <summary>The verdict of a claim.</summary>
    public static string Of(ClaimFinding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return Of(finding.Verdict, finding.Claim.IsFact);
    }

    /// <summary>A kind of claim.</summary>
    public static string Of(ClaimKind kind) => kind switch
    {
        ClaimKind.BuiltIn => "built-in",
        ClaimKind.Fact => "fact",
        _ => "emergent",
    };

    /// <summary>A variant: <c>without: ...</c>, or the theory.</summary>
    public static string Of(ClaimVariant variant)
    {
        ArgumentNullException.ThrowIfNull(variant);
        return variant.Kind == VariantKind.Theory ? variant.Name.Replace("=", " ", StringComparison.Ordinal) : variant.Name;
    }

    /// <summary>The threshold of a proposition: "more than 0.05".</summary>
    public static string Threshold(Proposition proposition)
    {
        ArgumentNullException.ThrowIfNull(proposition);
        var words = proposition.Direction switch
        {
            Direction.MoreThan => "more than",
            Direction.LessThan => "less than",
            _ => "differs by more than",
        };
        return $"{words} {proposition.Threshold.ToString(CultureInfo.InvariantCulture)}";
    }

    /// <summary>The effect; a dash where there is none.</summary>
    public static string Effect(PropositionFinding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return double.IsNaN(finding.Effect) ? "-" : Signed(finding.Effect, Decimals(finding));
    }

    /// <summary>The interval: "+1.2 to +3.4"; a dash where it is the whole line.</summary>
    public static string Interval(PropositionFinding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return double.IsFinite(finding.Low) ? $"{Signed(finding.Low, Decimals(finding))} to {Signed(finding.High, Decimals(finding))}" : "-";
    }

    /// <summary>A correlation or another number with so many decimals, with its sign.</summary>
    public static string Signed(double value, int decimals) =>
        value.ToString($"+#,0.{new string('0', decimals)};-#,0.{new string('0', decimals)};0", CultureInfo.InvariantCulture);

    // Two figures of half the interval's width.
    private static int Decimals(PropositionFinding finding)
    {
        var half = (finding.High - finding.Low) / 2;
        if (!(half > 0) || !double.IsFinite(half))
            half = Math.Abs(finding.Effect) / 10;
        return half > 0 ? Math.Clamp(1 - (int)Math.Floor(Math.Log10(half)), 0, MostDecimals) : 0;
    }
}
