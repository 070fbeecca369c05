using System.Globalization;
using Entente.Engine;
using Entente.Scenarios;

namespace Entente.Studies.Running;

/// <summary>A replication that could not be played: says which, where it stopped, and how to play it again.</summary>
public sealed class ReplicationFailure : Exception
{
    /// <summary>A replication of an arm failed.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="arm">The arm.</param>
    /// <param name="replication">The replication.</param>
    /// <param name="scenarioFile">The file the scenario was read from; null where it was read from a result, which has its text.</param>
    /// <param name="cause">What went wrong.</param>
    public ReplicationFailure(Scenario scenario, Arm arm, int replication, string? scenarioFile, Exception cause)
        : base(Describe(scenario, arm, replication, scenarioFile, cause), cause)
    {
        Scenario = scenario.Name;
        Arm = arm.Name;
        Seed = scenario.Seed;
        Replication = replication;
        Command = Replay(scenario, replication, scenarioFile);
        if (cause is SimulationException stopped)
            (Month, Phase) = (stopped.Month, stopped.Phase);
    }

    /// <summary>Name of the scenario.</summary>
    public string Scenario { get; }
    /// <summary>Name of the arm.</summary>
    public string Arm { get; }
    /// <summary>Master seed of the study.</summary>
    public uint Seed { get; }
    /// <summary>Number of the replication, from 0.</summary>
    public int Replication { get; }
    /// <summary>The month in which it stopped, if it got so far.</summary>
    public int? Month { get; }
    /// <summary>The phase of the month in which it stopped, if it got so far.</summary>
    public string? Phase { get; }
    /// <summary>Replications of each arm that were finished in whole batches before, and are kept.</summary>
    public int Kept { get; internal set; }
    /// <summary>The command that plays this replication, and no other, again.</summary>
    public string Command { get; }

    private static string Describe(Scenario scenario, Arm arm, int replication, string? scenarioFile, Exception cause) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{scenario.Name}, arm {arm.Name}, seed {scenario.Seed}, replication {replication}: {Said(cause)}\n"
            + $"Play it again with: {Replay(scenario, replication, scenarioFile)}")
        + (scenarioFile is null ? $"\nThe manifest of the result has the text of {FileOf(scenario)}." : "");

    // The framework speaks of the program where a user thinks of the machine.
    private static string Said(Exception cause) => cause.GetBaseException() is OutOfMemoryException ? "there is not enough memory; with --threads 1 it takes least." : cause.Message;

    private static string Replay(Scenario scenario, int replication, string? scenarioFile)
    {
        var sets = scenario.Overrides
            .Where(assignment => assignment.Split('=', 2)[0].Trim() is not ("seed" or "replications"))
            .SelectMany(assignment => (string[])["--set", assignment]);
        static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
        return SuggestedCommand.Of([
            "run", scenarioFile ?? FileOf(scenario), "--seed", Number(scenario.Seed), "--first-replication", Number(replication), "--replications", "1", .. sets]);
    }

    private static string FileOf(Scenario scenario) => $"{scenario.Name}.yaml";
}
