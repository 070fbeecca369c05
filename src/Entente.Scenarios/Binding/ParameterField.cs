using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Reflection;
using Entente.Settings;

namespace Entente.Scenarios.Binding;

/// <summary>A number or switch that a scenario may set: a property with a <see cref="ParameterAttribute"/>.</summary>
internal sealed class ParameterField
{
    private readonly PropertyInfo property;

    private ParameterField(PropertyInfo property, ParameterAttribute parameter)
    {
        this.property = property;
        Parameter = parameter;
        Key = KeyOf(property.Name);
        Kind = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        Optional = Kind != property.PropertyType;
    }

    /// <summary>What it is called in a file.</summary>
    public string Key { get; }

    public ParameterAttribute Parameter { get; }

    /// <summary>The property that holds it.</summary>
    public PropertyInfo Property => property;

    /// <summary>double, int or bool.</summary>
    public Type Kind { get; }

    /// <summary>Whether it may be left without a value.</summary>
    public bool Optional { get; }

    public object? Read(object owner) => property.GetValue(owner);

    /// <summary>Sets the value on an object that nobody else has seen yet.</summary>
    public void Write(object owner, object? value) => property.SetValue(owner, value);

    /// <summary>The parameters of a type, in the order in which it declares them.</summary>
    public static IReadOnlyList<ParameterField> Of<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] T>() =>
        [.. from property in typeof(T).GetProperties()
            let parameter = property.GetCustomAttribute<ParameterAttribute>()
            where parameter is not null
            select new ParameterField(property, parameter)];

    /// <summary>A property's name as files and tables have it: <c>exitBarrier</c>.</summary>
    public static string KeyOf(string property) =>
        string.Concat(property[..1].ToLower(CultureInfo.InvariantCulture), property.AsSpan(1));
}

/// <summary>A value for a parameter.</summary>
internal sealed record Change(ParameterField Field, object? Value)
{
    public static void WriteAll(object owner, IEnumerable<Change> changes)
    {
        foreach (var change in changes)
            change.Field.Write(owner, change.Value);
    }
}
