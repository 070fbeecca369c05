using System.Globalization;
using System.Reflection;
using Entente.Observation;
using Entente.Settings;
using Entente.Tests.Documentation;
using NUnit.Framework;

namespace Entente.Tests.Architecture;

/// <summary>Every number that can be set, and every number that comes out, says what it is.</summary>
public class ParametersAndColumns
{
    private static readonly Type[] Types = typeof(Setting).Assembly.GetTypes();

    private static readonly (PropertyInfo Property, ParameterAttribute Parameter)[] All =
        [.. GeneratedTables.ParameterTypes.Values.SelectMany(GeneratedTables.ParametersOf)];

    [Test]
    public void Fourteen_rooms_and_six_other_types_hold_all_parameters()
    {
        var holders = Types.Where(type => type.GetProperties().Any(p => p.IsDefined(typeof(ParameterAttribute)))).ToArray();
        Assert.That(holders, Is.EquivalentTo(GeneratedTables.ParameterTypes.Values));
        Assert.That(holders, Has.Length.EqualTo(20));
    }

    [Test]
    public void Every_number_and_switch_that_can_be_set_is_a_parameter()
    {
        var settable = GeneratedTables.ParameterTypes.Values.SelectMany(type => type.GetProperties())
            .Where(p => p.SetMethod is not null && (Nullable.GetUnderlyingType(p.PropertyType) ?? p.PropertyType).IsPrimitive)
            .ToArray();
        Assert.That(settable, Is.EquivalentTo(All.Select(p => p.Property)));
        Assert.That(settable, Has.Length.GreaterThan(200));
    }

    [Test]
    public void Every_default_lies_in_its_range() => Assert.Multiple(() =>
    {
        foreach (var (property, parameter) in All)
        {
            Assert.That(parameter.Min, Is.LessThan(parameter.Max), $"range of {Name(property)}");
            if (GeneratedTables.Default(property) is { } value)
                Assert.That(
                    Convert.ToDouble(value, CultureInfo.InvariantCulture), Is.InRange(parameter.Min, parameter.Max), Name(property));
        }

        Assert.That(All, Has.Length.GreaterThan(200));
    });

    [Test]
    public void Only_what_may_be_drawn_or_follow_has_no_default()
    {
        var without = All.Select(p => p.Property).Where(property => GeneratedTables.Default(property) is null).ToArray();
        Assert.That(without, Is.EquivalentTo(All.Select(p => p.Property).Where(p => Nullable.GetUnderlyingType(p.PropertyType) is not null)));
        Assert.That(without, Has.Length.EqualTo(10));
    }

    [Test]
    public void Every_parameter_has_a_unit_a_source_and_a_meaning() => Assert.Multiple(() =>
    {
        foreach (var (property, parameter) in All)
        {
            Assert.That(parameter.Unit, Is.Not.Empty, $"unit of {Name(property)}");
            Assert.That(parameter.Source, Is.Not.Empty, $"source of {Name(property)}");
            SaysMoreThanItsName(property);
        }

        Assert.That(All, Has.Length.GreaterThan(200));
    });

    [Test]
    public void Every_column_has_a_unit_and_a_meaning() => Assert.Multiple(() =>
    {
        var rows = Types.Where(type => type.Namespace == typeof(RunRow).Namespace && type.Name.EndsWith("Row", StringComparison.Ordinal));
        Assert.That(rows, Is.EquivalentTo(GeneratedTables.RowTypes.Values));
        var columns = GeneratedTables.RowTypes.Values.SelectMany(type => type.GetProperties()).ToArray();
        foreach (var column in columns)
        {
            Assert.That(column.GetCustomAttribute<ColumnAttribute>()?.Unit, Is.Not.Null.And.Not.Empty, $"unit of {Name(column)}");
            SaysMoreThanItsName(column);
        }

        Assert.That(columns, Has.Length.GreaterThan(150));
    });

    [Test]
    public void The_presets_differ_in_the_first_ten_dials_and_in_nothing_else()
    {
        var dials = GeneratedTables.ParametersOf(typeof(Dials)).Select(p => p.Property).ToArray();
        var different = dials.Where(dial => !Equals(dial.GetValue(Dials.TightContractPreset), dial.GetValue(Dials.FairProcessPreset)));
        Assert.That(different, Is.EqualTo(dials.Take(10)));
    }

    private static void SaysMoreThanItsName(PropertyInfo property) =>
        Assert.That(
            CodeComments.Of(property), Is.Not.EqualTo(property.Name + ".").IgnoreCase.And.EndsWith("."), $"meaning of {Name(property)}");

    private static string Name(PropertyInfo property) => $"{property.DeclaringType!.Name}.{property.Name}";
}
