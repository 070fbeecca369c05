using System.Globalization;
using Entente.Scenarios;
using Entente.Scenarios.Claims;
using Entente.Settings;

namespace Entente.Studies.Claims;

/// <summary>A parameter whose value nobody knows for sure, with the range it is varied over.</summary>
/// <param name="Path">Its path, as an assignment names it.</param>
/// <param name="Low">The smallest value.</param>
/// <param name="High">The largest value.</param>
/// <param name="IsWhole">Whether it is a whole number.</param>
public sealed record UncertainParameter(string Path, double Low, double High, bool IsWhole)
{
    private static readonly string[] NotOfARoom = ["industry", "named", "disruption", "dials", "founded"];

    /// <summary>
    /// The uncertain parameters of a claim: all numbers of the rooms but those that an arm of it sets and those whose default is 0. Each
    /// ranges over its default times 1 less and 1 plus the spread, as far as it is allowed to; one that lies between 0 and 1 by its nature
    /// moves by the spread times what it lacks of 1 where that is less than itself.
    /// </summary>
    /// <param name="variant">The claim as it stands.</param>
    /// <param name="spread">The spread, above 0 and at most 1.</param>
    public static IReadOnlyList<UncertainParameter> Of(ClaimVariant variant, double spread)
    {
        ArgumentNullException.ThrowIfNull(variant);
        var arms = variant.Plays
            .Select(play => ParameterCatalogue.Of(play.Arm.Setting).ToDictionary(parameter => parameter.Path, parameter => parameter.Text))
            .ToArray();
        return
        [
            .. ParameterCatalogue.Of(new Setting())
                .Where(parameter => parameter.Path.Split('.') is [var room, _] && !NotOfARoom.Contains(room))
                .Where(parameter => arms.All(arm => arm[parameter.Path] == parameter.Text))
                .Select(parameter => Ranged(parameter, spread))
                .Where(parameter => parameter.High > parameter.Low),
        ];
    }

    /// <summary>The assignment that sets it at a place of its range.</summary>
    /// <param name="place">From 0, the lowest, to 1, the highest.</param>
    public string At(double place) => $"{Path}={Value(place).ToString("R", CultureInfo.InvariantCulture)}";

    /// <summary>Its value at a place of its range.</summary>
    /// <param name="place">From 0, the lowest, to 1, the highest.</param>
    public double Value(double place)
    {
        if (!IsWhole)
            return Math.Clamp(Low + place * (High - Low), Low, High);
        return Math.Min(High, Low + Math.Floor(place * (High - Low + 1)));
    }

    private static UncertainParameter Ranged(ParameterInForce parameter, double spread)
    {
        var (middle, whole) = parameter.Value switch
        {
            double number => (number, false),
            int number => (number, true),
            _ => (0.0, false), // a switch: no range
        };
        // A share and what it lacks of 1 are the same thing said in two ways, so that the smaller of the two says how far it may be off.
        var isShare = parameter is { Min: 0, Max: > 0.99 and <= 1 } && middle > 0 && middle < parameter.Max;
        var reach = spread * (isShare ? Math.Min(middle, parameter.Max - middle) : Math.Abs(middle));
        var (low, high) = (Math.Max(parameter.Min, middle - reach), Math.Min(parameter.Max, middle + reach));
        return whole
            ? new UncertainParameter(parameter.Path, Math.Ceiling(low), Math.Floor(high), true)
            : new UncertainParameter(parameter.Path, low, high, false);
    }
}
