using Entente.Settings;
using static Entente.Settings.ParameterAttribute;

namespace Entente.Mechanisms.Learning;

/// <summary>Parameters of learning from partners, and learning to ally.</summary>
public sealed record LearningOptions
{
    /// <summary>Share of the gap to the best co-member closed in a month at full effort, without rotation or control.</summary>
    [Parameter(0, 1, "per month", Judgement)] public double Rate { get; init; } = 0.01;
    /// <summary>Share of learning that a wholly controlling contract prevents.</summary>
    [Parameter(0, 1, "share", Judgement)] public double ControlDamping { get; init; } = 0.5;
    /// <summary>Share of experience that counts where it is kept nowhere in particular.</summary>
    [Parameter(0, 2, "share", Judgement)] public double CentralBase { get; init; } = 0.5;
    /// <summary>What keeping it in one place adds.</summary>
    [Parameter(0, 2, "share", Judgement)] public double CentralShare { get; init; } = 0.5;
    /// <summary>Experience at which a firm reaches level 2.</summary>
    [Parameter(0, 10000, "months of experience", Judgement)] public double SecondLevel { get; init; } = 60.0;
    /// <summary>Experience at which a firm reaches level 3.</summary>
    [Parameter(0, 10000, "months of experience", Judgement)] public double ThirdLevel { get; init; } = 180.0;
    /// <summary>What a dedicated team adds to the level.</summary>
    [Parameter(0, 3, "levels", Judgement)] public double TeamLevel { get; init; } = 0.5;
    /// <summary>Level of all firms at all times; 0 = learned.</summary>
    [Parameter(0, 5, "level", Judgement)] public double FixedLevel { get; init; } = 0.0;
}
