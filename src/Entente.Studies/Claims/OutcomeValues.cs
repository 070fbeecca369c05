using System.Reflection;
using Entente.Observation;

namespace Entente.Studies.Claims;

/// <summary>Outcomes by name: columns of the table of runs, and measures.</summary>
public static class OutcomeValues
{
    private static readonly Dictionary<string, Func<Recording, double>> ByName = All();

    /// <summary>All names: columns of the table of runs, then measures.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. ByName.Keys.Except(Measures.Names), .. Measures.Names];

    /// <summary>An outcome of a recording; NaN where it does not exist.</summary>
    public static double Of(string name, Recording recording) => ByName[name](recording);

    private static Dictionary<string, Func<Recording, double>> All()
    {
        var all = Measures.All.ToDictionary(measure => measure.Name, measure => measure.Of);
        foreach (var property in typeof(RunRow).GetProperties().Where(property => property.IsDefined(typeof(ColumnAttribute))))
            all.Add(char.ToLowerInvariant(property.Name[0]) + property.Name[1..],
                recording => Convert.ToDouble(property.GetValue(recording.Run), System.Globalization.CultureInfo.InvariantCulture));
        return all;
    }
}
