namespace Entente.Scenarios;

/// <summary>What came of reading a scenario: the scenario, or everything that is wrong with it.</summary>
/// <param name="Scenario">The scenario; null exactly when there are problems.</param>
/// <param name="Problems">All problems, in the order of the file, then of what was set on top of it.</param>
public sealed record ScenarioReading(Scenario? Scenario, IReadOnlyList<Problem> Problems);

/// <summary>
/// What is set on top of a scenario file, without changing it. The named ones come first, then <paramref name="Set"/> in order;
/// of two that set the same, the later holds.
/// </summary>
/// <param name="Replications">Replications of each arm.</param>
/// <param name="Months">How many months are played.</param>
/// <param name="Seed">Master seed.</param>
/// <param name="Set">
/// Assignments <c>path=value</c>, where the path is that of a key of the file: <c>dials.exitBarrier=.5</c>,
/// <c>arms.fair-process.dials.exitBarrier=.3</c>, <c>disruption=calm</c>. Items of a list go by their name or by their number
/// from 0. A room of parameters may be named without <c>parameters.</c>: <c>partnerSearch.sense=.1</c>. The value is written
/// as in the file.
/// </param>
public sealed record ScenarioOverrides(
    int? Replications = null, int? Months = null, uint? Seed = null, IReadOnlyList<string>? Set = null);
