namespace Entente.Scenarios.Claims;

/// <summary>What kind of claim it is.</summary>
public enum ClaimKind
{
    /// <summary>No rule says so: it comes about, or it does not. A finding.</summary>
    Emergent,
    /// <summary>Restates a rule: a check that the mechanism works.</summary>
    BuiltIn,
    /// <summary>A published finding about real alliances, kept back from calibration to test the model.</summary>
    Fact,
}

/// <summary>Something said of alliances that the model can be asked: a scenario, and what should come of it. Frozen once read.</summary>
public sealed class Claim
{
    private readonly ClaimSource source;

    internal Claim(ClaimSource source) => this.source = source;

    /// <summary>The file it was read from, as it was named.</summary>
    public string File => source.FileName;
    /// <summary>Its number, or the identifier of a fact.</summary>
    public required string Number { get; init; }
    /// <summary>Its kind.</summary>
    public required ClaimKind Kind { get; init; }
    /// <summary>Short name: letters, digits and hyphens.</summary>
    public required string Name { get; init; }
    /// <summary>The claim in words.</summary>
    public required string Question { get; init; }
    /// <summary>Where in the literature it comes from.</summary>
    public required string Source { get; init; }
    /// <summary>Why no outcome of the model can stand for it; null where one can.</summary>
    public string? NotTestable { get; init; }

    /// <summary>What must hold for the claim to be confirmed; empty where it is not testable.</summary>
    public IReadOnlyList<Proposition> Propositions { get; init; } = [];
    /// <summary>Probability with which all verdicts of one run are right, where this is the only claim asked.</summary>
    public double Confidence { get; init; }
    /// <summary>The arms that propositions refer to, each in the industry they refer to it in.</summary>
    public IReadOnlyList<PlayName> Plays { get; init; } = [];
    /// <summary>Rules that favour it, to be switched off one at a time.</summary>
    public IReadOnlyList<Ablation> FavouredBy { get; init; } = [];

    /// <summary>Whether it is published about real alliances rather than claimed of the model.</summary>
    public bool IsFact => Kind == ClaimKind.Fact;

    /// <summary>The claim as it stands.</summary>
    public ClaimVariant AsItStands() => Vary("base", VariantKind.Base, []);

    /// <summary>The claim with a rule that favours it switched off.</summary>
    public ClaimVariant Without(Ablation ablation)
    {
        ArgumentNullException.ThrowIfNull(ablation);
        return Vary($"without: {ablation.Rule}", VariantKind.Ablation, ablation.Set);
    }

    /// <summary>The claim under other settings of all its arms.</summary>
    /// <param name="name">What to call it.</param>
    /// <param name="kind">Why it is varied.</param>
    /// <param name="set">Assignments <c>path=value</c>; those of dials, parameters, disruption and theory hold over what an arm says itself.</param>
    /// <exception cref="ArgumentException">An assignment does not apply.</exception>
    public ClaimVariant Vary(string name, VariantKind kind, IReadOnlyList<string> set) =>
        source.Vary(name, kind, Plays, set, out var problems)
        ?? throw new ArgumentException(string.Join(' ', problems), nameof(set));
}

/// <summary>An arm of a claim, in the industry of the file or in another one that the claim describes.</summary>
/// <param name="Arm">The arm's name.</param>
/// <param name="Industry">The industry's name; null for the file's own.</param>
public sealed record PlayName(string Arm, string? Industry)
{
    /// <summary>Both in words.</summary>
    public override string ToString() => Industry is null ? Arm : $"{Arm} in {Industry}";
}

/// <summary>A rule that favours a claim, and how to switch it off.</summary>
/// <param name="Rule">The rule in words.</param>
/// <param name="Set">Assignments <c>path=value</c>, applied to all arms.</param>
public sealed record Ablation(string Rule, IReadOnlyList<string> Set);

/// <summary>Why a claim is varied.</summary>
public enum VariantKind
{
    /// <summary>Not at all.</summary>
    Base,
    /// <summary>A rule that favours it is switched off.</summary>
    Ablation,
    /// <summary>A rival theory of conduct is put in place.</summary>
    Theory,
    /// <summary>A point of a design over uncertain parameters.</summary>
    Point,
}

/// <summary>A claim under some settings, ready to be played.</summary>
/// <param name="Name">What to call it.</param>
/// <param name="Kind">Why it is varied.</param>
/// <param name="Set">What is set, as <c>path=value</c>.</param>
/// <param name="Plays">What to play, in the order of <see cref="Claim.Plays"/>.</param>
public sealed record ClaimVariant(string Name, VariantKind Kind, IReadOnlyList<string> Set, IReadOnlyList<Play> Plays);

/// <summary>An arm to be played, with the scenario it is an arm of.</summary>
/// <param name="Scenario">The scenario.</param>
/// <param name="Arm">The arm.</param>
public sealed record Play(Scenario Scenario, Arm Arm);

/// <summary>What came of reading a claim: the claim, or everything that is wrong with it.</summary>
/// <param name="Claim">The claim; null exactly when there are problems.</param>
/// <param name="Problems">All problems.</param>
public sealed record ClaimReading(Claim? Claim, IReadOnlyList<Problem> Problems);
