using Entente.Worlds;

namespace Entente.Observation;

/// <summary>Somebody who looks on: the last step of the month.</summary>
public interface IObserver
{
    /// <summary>Looks at the world at the end of a month, and changes nothing.</summary>
    public void Observe(World world);
}
