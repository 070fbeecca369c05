using Entente.Scenarios;
using Entente.Settings;

namespace Entente.Studies.Claims;

/// <summary>Rival theories of conduct under which emergent claims are asked again.</summary>
public static class RivalTheories
{
    /// <summary>All but the model's own, as assignments on top of a scenario.</summary>
    public static IReadOnlyList<string> All { get; } =
        [.. Theories.All.Where(theory => theory.Theory != new Setting().Theory).Select(theory => $"theory={theory.Name}")];
}
