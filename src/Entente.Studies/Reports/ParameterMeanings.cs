using System.Reflection;
using Entente.Settings;
using Entente.Studies.Results;

namespace Entente.Studies.Reports;

/// <summary>What parameters mean, by path: the documentation comments of the properties that hold them.</summary>
internal sealed class ParameterMeanings
{
    private readonly ColumnMeanings comments = ColumnMeanings.OfThisProgram();

    /// <summary>The meaning of a parameter; nothing where this program has no such parameter.</summary>
    public string Of(string path) => Property(path.Split('.')) is { } property ? comments.Of(property) : "";

    private static PropertyInfo? Property(string[] path) => path switch
    {
        [var key] => Find(typeof(Setting), key),
        ["industry", "named", _, var key] => Find(typeof(FirmDescription), key),
        ["industry", var key] => Find(typeof(Industry), key),
        ["disruption", "constant"] => Find(typeof(ConstantDisruption), nameof(ConstantDisruption.Level)),
        ["disruption", "table"] => Find(typeof(TableDisruption), nameof(TableDisruption.Levels)),
        ["disruption", var key] => Find(typeof(LogisticDisruption), key) ?? Find(typeof(StepDisruption), key),
        ["dials", var key] => Find(typeof(Dials), key),
        ["founded", _, var key] => Find(typeof(Decree), key),
        [var room, var key] => Find(Find(typeof(Parameters), room)?.PropertyType, key),
        _ => null,
    };

    private static PropertyInfo? Find(Type? type, string key) =>
        key.Length == 0 ? null : type?.GetProperty(char.ToUpperInvariant(key[0]) + key[1..]);
}
