using System.Runtime.CompilerServices;
using Entente.Scenarios;
using NUnit.Framework;

namespace Entente.Tests.Scenarios;

/// <summary>A small good scenario that uses every key, to be spoilt in one place at a time.</summary>
internal static class Example
{
    public const string File = "example.yaml";

    public const string Good =
        """
        name: example
        question: Who wins?
        seed: 1
        replications: 2
        months: 24
        disruption: calm
        industry:
          firms: 6
          domains: 4
          markets: 3
          named:
            - name: Ash
              capabilities: [.9, .1, .2, .3]
              presence: [.5, .5, 0]
              targets: [1, 0, 0, 0]
              size: 2
            - name: Oak
        dials:
          contact: .4
        parameters:
          partnerSearch:
            sense: .2
            alliancesAllowed: true
        arms:
          - name: tight
            preset: tight-contract
            dials:
              exitBarrier: .7
          - name: fair
            preset: fair-process
        founded:
          - name: Pair
            members: [Ash, 3]
            month: 2
            projects: 1
            trust: .5
        outcomes: [income, netValue]

        """;

    /// <summary>The good scenario with one of its texts replaced; the text must be there exactly once.</summary>
    public static string With(string text, string replacement)
    {
        Assert.That(Good.Split(text), Has.Length.EqualTo(2), $"'{text}' must be in the example exactly once");
        return Good.Replace(text, replacement, StringComparison.Ordinal);
    }

    public static Scenario Read(string text, ScenarioOverrides? overrides = null)
    {
        var reading = ScenarioReader.Parse(text, File, overrides);
        Assert.That(reading.Problems, Is.Empty);
        return reading.Scenario!;
    }

    /// <summary>Everything that is said about a bad scenario, a line each.</summary>
    public static string Faults(string text, ScenarioOverrides? overrides = null)
    {
        var reading = ScenarioReader.Parse(text, File, overrides);
        Assert.That(reading.Scenario, Is.Null, "a scenario with problems is no scenario");
        return string.Join('\n', reading.Problems);
    }

    public static string Set(params string[] assignments) => Faults(Good, new ScenarioOverrides(Set: assignments));

    /// <summary>The project's own scenario files.</summary>
    public static string Folder([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "scenarios"));
}
