using Entente.Settings;

namespace Entente.Benchmarks;

/// <summary>The two ways of the telecom scenario.</summary>
public enum Arm
{
    /// <summary>Tight contract.</summary>
    Tight,
    /// <summary>Fair process.</summary>
    Fair,
}

internal static class Arms
{
    public const uint Seed = 20110101;

    public static Setting Of(Arm arm, int firms = 30) => new()
    {
        Dials = arm == Arm.Tight ? Dials.TightContractPreset : Dials.FairProcessPreset,
        Industry = new Industry { Firms = firms },
    };
}
