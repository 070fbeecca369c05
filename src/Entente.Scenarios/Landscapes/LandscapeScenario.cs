using Entente.Landscapes;

namespace Entente.Scenarios.Landscapes;

/// <summary>A firm in a landscape.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Size">Its size, above 0, in a unit that all firms share.</param>
/// <param name="Class">Firms of one class are close rivals; null where propensities say all there is to say of the firm.</param>
/// <param name="Observed">The side it was seen on; null where it is not known.</param>
public sealed record LandscapeFirm(string Name, double Size, string? Class, string? Observed);

/// <summary>The propensity of two firms, given by itself.</summary>
/// <param name="One">Number of a firm, from 0.</param>
/// <param name="Other">Number of another.</param>
/// <param name="Value">How much the two gain by standing on one side.</param>
public sealed record GivenPropensity(int One, int Other, double Value);

/// <summary>What a landscape file says: firms, what they have for and against each other, and on which side each was seen.</summary>
public sealed record LandscapeScenario
{
    /// <summary>Name of the landscape.</summary>
    public required string Name { get; init; }

    /// <summary>What it is to answer.</summary>
    public required string Question { get; init; }

    /// <summary>What it is expected to answer, or null.</summary>
    public string? Expectation { get; init; }

    /// <summary>How much a close rival on the same side deters; 1 just outweighs what its size attracts, 0 is no rivalry.</summary>
    public required double Alpha { get; init; }

    /// <summary>How much a distant rival on the same side deters; 1 just outweighs what its size attracts, 0 is no rivalry.</summary>
    public required double Beta { get; init; }

    /// <summary>The firms, 2 to 64.</summary>
    public required IReadOnlyList<LandscapeFirm> Firms { get; init; }

    /// <summary>Propensities that classes do not decide.</summary>
    public required IReadOnlyList<GivenPropensity> Propensities { get; init; }

    /// <summary>Seed of descents and of draws of sizes.</summary>
    public required uint Seed { get; init; }

    /// <summary>How many descents are made where there are too many firms for all configurations.</summary>
    public required int Starts { get; init; }

    /// <summary>What was set on top of the file, as assignments.</summary>
    public required IReadOnlyList<string> Overrides { get; init; }

    /// <summary>The text of the file.</summary>
    public required string Text { get; init; }

    /// <summary>The sizes of all firms.</summary>
    public IReadOnlyList<double> Sizes => [.. Firms.Select(firm => firm.Size)];

    /// <summary>The landscape of the file.</summary>
    public Landscape Landscape() => LandscapeWith(Sizes, Alpha, Beta);

    /// <summary>The same with other sizes or other weights of rivalry.</summary>
    /// <param name="sizes">The size of each firm.</param>
    /// <param name="alpha">How much a close rival deters.</param>
    /// <param name="beta">How much a distant rival deters.</param>
    public Landscape LandscapeWith(IReadOnlyList<double> sizes, double alpha, double beta)
    {
        var propensities = new double[Firms.Count, Firms.Count];
        for (var i = 0; i < Firms.Count; i++)
            for (var j = 0; j < Firms.Count; j++)
                propensities[i, j] = 1 - (Firms[i].Class == Firms[j].Class ? alpha : beta);
        foreach (var given in Propensities)
            propensities[given.One, given.Other] = propensities[given.Other, given.One] = given.Value;
        return new Landscape(sizes, propensities);
    }
}

/// <summary>What came of reading a landscape file: the landscape, or everything that is wrong with it.</summary>
/// <param name="Scenario">What the file says; null exactly when there are problems.</param>
/// <param name="Problems">All problems, in the order of the file, then of what was set on top of it.</param>
public sealed record LandscapeReading(LandscapeScenario? Scenario, IReadOnlyList<Problem> Problems);
