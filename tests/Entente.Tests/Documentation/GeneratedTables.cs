using System.Globalization;
using System.Reflection;
using System.Text;
using Entente.Laboratory;
using Entente.Observation;
using Entente.Settings;
using Entente.Worlds;

namespace Entente.Tests.Documentation;

/// <summary>The tables of the manual that are drawn from the code, by the name of the section they fill.</summary>
internal static class GeneratedTables
{
    private static readonly Dictionary<string, Type> Outside = new()
    {
        ["setting"] = typeof(Setting),
        ["industry"] = typeof(Industry),
        ["firm"] = typeof(FirmDescription),
        ["decree"] = typeof(Decree),
        ["dials"] = typeof(Dials),
        ["laboratory"] = typeof(LaboratoryOptions),
    };

    /// <summary>All that scenarios may set, with the section of docs/model.md that lists it; rooms in the order of the month.</summary>
    public static IReadOnlyDictionary<string, Type> ParameterTypes { get; } = Outside
        .Concat(typeof(Parameters).GetProperties().Select(room => KeyValuePair.Create(Name(room), room.PropertyType)))
        .ToDictionary();

    /// <summary>All tables of results, with the section of docs/outcomes.md that lists their columns.</summary>
    public static IReadOnlyDictionary<string, Type> RowTypes { get; } = new Dictionary<string, Type>
    {
        ["runs"] = typeof(RunRow),
        ["months"] = typeof(MonthRow),
        ["alliances"] = typeof(AllianceRow),
        ["projects"] = typeof(ProjectRow),
        ["firms"] = typeof(FirmRow),
        ["events"] = typeof(EventRow),
    };

    /// <summary>The parameters of a type, with the name scenarios know each by.</summary>
    public static IEnumerable<(PropertyInfo Property, ParameterAttribute Parameter)> ParametersOf(Type type) =>
        from property in type.GetProperties()
        let parameter = property.GetCustomAttribute<ParameterAttribute>()
        where parameter is not null
        select (property, parameter);

    /// <summary>The default of a parameter; null where it is left to be drawn or to follow another.</summary>
    public static object? Default(PropertyInfo property) => property.GetValue(Activator.CreateInstance(property.DeclaringType!));

    public static string ParameterTable(Type type) => Table(
        "| parameter | meaning | default | range | unit | source |",
        from p in ParametersOf(type)
        select new[]
        {
            $"`{Name(p.Property)}`", CodeComments.Of(p.Property), Text(Default(p.Property)), Range(p.Property, p.Parameter),
            p.Parameter.Unit, p.Parameter.Source,
        });

    public static string ColumnTable(Type type) => Table(
        "| column | unit | meaning | formula | over |",
        from property in type.GetProperties()
        let column = property.GetCustomAttribute<ColumnAttribute>()
        where column is not null
        select new[]
        {
            $"`{Name(property)}`", column.Unit, CodeComments.Of(property), column.Formula is null ? "-" : $"`{column.Formula}`", column.Of ?? "the row",
        });

    /// <summary>The kinds of events: what each tells.</summary>
    public static string KindTable() => Table(
        "| kind | what happened |",
        from kind in Enum.GetValues<HappeningKind>()
        select new[] { Words.Of(kind), CodeComments.Of(typeof(HappeningKind).GetField(kind.ToString())!) });

    private static string Table(string heading, IEnumerable<string[]> rows)
    {
        var table = new StringBuilder().Append(heading).Append('\n');
        table.Append(string.Concat(Enumerable.Repeat("|---", heading.Count(c => c == '|') - 1))).Append("|\n");
        foreach (var cells in rows)
            table.Append("| ").AppendJoin(" | ", cells.Select(cell => cell.Replace("|", "\\|", StringComparison.Ordinal))).Append(" |\n");
        return table.ToString();
    }

    private static string Name(PropertyInfo property) => char.ToLowerInvariant(property.Name[0]) + property.Name[1..];

    private static string Range(PropertyInfo property, ParameterAttribute parameter) =>
        property.PropertyType == typeof(bool) ? "true or false" : $"{Text(parameter.Min)} to {Text(parameter.Max)}";

    private static string Text(object? value) => value switch
    {
        null => "-",
        bool yes => yes ? "true" : "false",
        double number when IsUnitFraction(number) => $"1/{Math.Round(1 / number)}",
        double number => number.ToString("#,##0.################", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString("#,##0", CultureInfo.InvariantCulture),
        _ => throw new ArgumentException($"a parameter of type {value.GetType()} has no place in a table"),
    };

    /// <summary>Whether a number is 1 over a whole number and has no short decimal form.</summary>
    private static bool IsUnitFraction(double number) => number == 1 / Math.Round(1 / number) && number != Math.Round(number, 6);
}
