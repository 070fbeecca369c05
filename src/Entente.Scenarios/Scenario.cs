using Entente.Scenarios.Designs;
using Entente.Settings;

namespace Entente.Scenarios;

/// <summary>A question put to the model: the arms to compare, how often and how long to play them. Frozen once read.</summary>
public sealed record Scenario
{
    /// <summary>Short name, fit for a folder: letters, digits and hyphens.</summary>
    public required string Name { get; init; }
    /// <summary>The question it answers, in words.</summary>
    public required string Question { get; init; }
    /// <summary>What whoever asked expects to see, in words; null where they do not say.</summary>
    public string? Expectation { get; init; }

    /// <summary>Master seed: same scenario, seed and version give the same results.</summary>
    public required uint Seed { get; init; }
    /// <summary>Replications of each arm; the same replication of two arms lives in the same world.</summary>
    public required int Replications { get; init; }
    /// <summary>The arms, in the order of the file; the first is the reference the others are compared with.</summary>
    public required IReadOnlyList<Arm> Arms { get; init; }
    /// <summary>The design at whose points a sweep plays it; null where it has none.</summary>
    public Design? Design { get; init; }
    /// <summary>The outcomes to show, by column of the <c>runs</c> table.</summary>
    public required IReadOnlyList<string> Outcomes { get; init; }
    /// <summary>The text it was read from; one that it included follows as a comment.</summary>
    public required string Text { get; init; }
    /// <summary>What was set on top of the text, as <c>path=value</c>, in order.</summary>
    public required IReadOnlyList<string> Overrides { get; init; }
}

/// <summary>One arm of a scenario.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Preset">The preset it starts from.</param>
/// <param name="Setting">All that is fixed before month 0.</param>
public sealed record Arm(string Name, string Preset, Setting Setting);
