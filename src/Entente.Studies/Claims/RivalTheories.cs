using Entente.Scenarios;

namespace Entente.Studies.Claims;

/// <summary>Rival theories of conduct under which emergent claims are asked again.</summary>
public static class RivalTheories
{
    /// <summary>All, as assignments on top of a scenario.</summary>
    public static IReadOnlyList<string> All { get; } = ["theory=reciprocity", "theory=reinforcement", "theory=relational-contract"];

    /// <summary>Those that scenarios know of.</summary>
    public static IReadOnlyList<string> Known { get; } = [.. All.Where(Applies)];

    private static bool Applies(string theory)
    {
        const string least = "{ name: x, question: x, seed: 1, replications: 1, arms: [{ name: x, preset: tight-contract }] }";
        return ScenarioReader.Parse(least, "theories", new ScenarioOverrides(Set: [theory])).Scenario is not null;
    }
}
