namespace Entente.Studies.Survival;

/// <summary>A number with a 95% interval; NaN where there is none.</summary>
/// <param name="Value">The number.</param>
/// <param name="Low">Lower end of the interval.</param>
/// <param name="High">Upper end of the interval.</param>
public readonly record struct Estimate(double Value, double Low, double High)
{
    /// <summary>Nothing is known.</summary>
    public static Estimate None { get; } = new(double.NaN, double.NaN, double.NaN);
}
