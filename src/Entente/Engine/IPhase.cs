using Entente.Worlds;

namespace Entente.Engine;

/// <summary>One step of the month.</summary>
public interface IPhase
{
    /// <summary>Its name, as in the model's description.</summary>
    public string Name { get; }

    /// <summary>Plays the step. All decide on the state at its start, then all effects apply.</summary>
    public void Apply(World world);
}
