namespace Entente.Settings;

/// <summary>How strong disruption is, month by month: D(t), 0 to 1.</summary>
public abstract record Disruption
{
    /// <summary>Strength in a month, 0 to 1.</summary>
    public abstract double At(int month);

    /// <summary>Little disruption, slowly rising to .1.</summary>
    public static Disruption Calm { get; } = new LogisticDisruption(0.1, 0.05, 90);
    /// <summary>Disruption that rises to .5.</summary>
    public static Disruption Shifting { get; } = new LogisticDisruption(0.5, 0.06, 70);
    /// <summary>Disruption that rises early to .9.</summary>
    public static Disruption Storm { get; } = new LogisticDisruption(0.9, 0.08, 50);
}

/// <summary>D(t) = Max / (1 + exp(-Growth (t - Midpoint))).</summary>
/// <param name="Max">The strength it rises to, 0 to 1.</param>
/// <param name="Growth">How steeply it rises, per month.</param>
/// <param name="Midpoint">The month in which it is half of Max.</param>
public sealed record LogisticDisruption(double Max, double Growth, double Midpoint) : Disruption
{
    /// <inheritdoc/>
    public override double At(int month) => Max / (1 + Math.Exp(-Growth * (month - Midpoint)));
}

/// <summary>The same strength in every month.</summary>
/// <param name="Level">The strength, 0 to 1.</param>
public sealed record ConstantDisruption(double Level) : Disruption
{
    /// <inheritdoc/>
    public override double At(int month) => Level;
}

/// <summary>One strength before a month, another from it on.</summary>
/// <param name="Before">Strength before the step, 0 to 1.</param>
/// <param name="After">Strength from the step on, 0 to 1.</param>
/// <param name="Month">The first month of the second strength.</param>
public sealed record StepDisruption(double Before, double After, int Month) : Disruption
{
    /// <inheritdoc/>
    public override double At(int month) => month < Month ? Before : After;
}

/// <summary>Strengths month by month; the last one holds on.</summary>
/// <param name="Levels">Strengths from month 0 on, each 0 to 1; at least one.</param>
public sealed record TableDisruption(IReadOnlyList<double> Levels) : Disruption
{
    /// <inheritdoc/>
    public override double At(int month) => Levels[Math.Min(month, Levels.Count - 1)];
}
