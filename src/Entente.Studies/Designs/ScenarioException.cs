namespace Entente.Studies.Designs;

/// <summary>What a design sets at a point makes no scenario.</summary>
/// <param name="message">Which point, and why.</param>
public sealed class ScenarioException(string message) : Exception(message);
