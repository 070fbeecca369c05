using Entente.Observation;
using Entente.Randomness;
using Entente.Scenarios.Claims;
using Entente.Settings;
using Entente.Studies.Claims;

namespace Entente.Tests.Studies.Claims;

/// <summary>Claims about a world in which net value is a number we chose, plus luck.</summary>
internal static class Toys
{
    /// <summary>A claim that the second arm has more net value than the first; the player tells arms by exitBarrier.</summary>
    public static Claim Claim(
        uint seed = 1, int replications = 200, string threshold = "moreThan: 0", string kind = "emergent", string favouredBy = "",
        string outcome = "netValue", double confidence = 0.95) =>
        Read(
            $$"""
            claim: 1
            kind: {{kind}}
            name: toy
            question: Is the second arm higher?
            source: nowhere
            seed: {{seed}}
            replications: {{replications}}
            confidence: {{confidence.ToString(System.Globalization.CultureInfo.InvariantCulture)}}
            arms:
              - { name: first, preset: tight-contract, dials: { exitBarrier: 0 } }
              - { name: second, preset: tight-contract, dials: { exitBarrier: 1 } }
            propositions:
              - says: It is.
                terms: [{ arm: second, outcome: {{outcome}} }, { arm: first, outcome: {{outcome}}, weight: -1 }]
                {{threshold}}
            {{favouredBy}}
            """);

    public static Claim Read(string text)
    {
        var reading = ClaimReader.Parse(text, "toy.yaml", Measures.Names);
        return reading.Claim ?? throw new InvalidOperationException(string.Join('\n', reading.Problems));
    }

    /// <summary>A recording with a net value.</summary>
    public static Recording Of(double netValue, double success60 = 0) => Fakes.Numbered(0, 0) with
    {
        Run = new RunRow { NetValue = netValue, Success60 = success60 },
    };

    /// <summary>Normal luck of its own for every arm, standard deviation 1; the second arm is higher by the effect.</summary>
    public static Entente.Studies.Running.Player Playing(double effect) => (setting, seed, replication) =>
        Of(effect * setting.Dials.ExitBarrier
            + new Draws(seed, replication).At(Process.Firm, 0, (int)setting.Dials.ExitBarrier).Normal() / Math.Sqrt(2));

    public static ClaimFinding Examine(Claim claim, Entente.Studies.Running.Player player, ExaminationOptions? options = null) =>
        Examination.Run([claim], options ?? new ExaminationOptions { Threads = 1 }, null, default, player)[0];

    /// <summary>The settings that were played, in no order.</summary>
    public static Entente.Studies.Running.Player Watching(List<Setting> seen) => (setting, _, _) =>
    {
        lock (seen)
            seen.Add(setting);
        return Of(0);
    };
}
