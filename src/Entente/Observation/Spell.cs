namespace Entente.Observation;

/// <summary>
/// A life as far as it was watched, its times counted from its beginning. What came under watch late (left truncation) belongs to the risk sets of
/// times after its entry, up to and including its exit.
/// </summary>
/// <param name="Exit">When the event came, or watching ended; 0 or more.</param>
/// <param name="Event">Whether the event came then; not, where the life was censored.</param>
/// <param name="Entry">When it came under watch, before its exit; minus infinity where it was watched from its beginning.</param>
public readonly record struct Spell(double Exit, bool Event, double Entry = double.NegativeInfinity)
{
    /// <summary>A life that was watched from its beginning.</summary>
    public static implicit operator Spell((double Duration, bool Event) life) => new(life.Duration, life.Event);
}
