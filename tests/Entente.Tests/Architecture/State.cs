using System.Reflection;
using Entente.Settings;
using NUnit.Framework;

namespace Entente.Tests.Architecture;

/// <summary>The model keeps no state outside a world.</summary>
public class State
{
    [Test]
    public void No_static_field_of_the_model_can_change()
    {
        var fields = typeof(Setting).Assembly.GetTypes()
            .Where(type => !type.Name.StartsWith('<')) // what the compiler keeps for lambdas and constant data
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Where(field => !field.IsLiteral)
            .ToArray();
        Assert.That(fields.Where(field => !field.IsInitOnly || Mutability.CanChange(field.FieldType)).Select(Name), Is.Empty);
        Assert.That(fields, Has.Length.GreaterThanOrEqualTo(5));
    }

    [Test]
    public void What_is_fixed_before_month_0_cannot_change()
    {
        var settings = typeof(Setting).Assembly.GetTypes()
            .Where(type => type.IsPublic && (type.Namespace == typeof(Setting).Namespace || type.Name.EndsWith("Options", StringComparison.Ordinal)))
            .ToArray();
        Assert.That(settings.Where(type => type != typeof(ParameterAttribute) && Mutability.CanChange(type)), Is.Empty);
        Assert.That(settings, Has.Length.GreaterThanOrEqualTo(25));
    }

    [Test]
    public void Arrays_lists_and_settable_properties_are_seen_to_change()
    {
        Assert.That(Mutability.CanChange(typeof(int[])));
        Assert.That(Mutability.CanChange(typeof(List<string>)));
        Assert.That(Mutability.CanChange(typeof(IReadOnlyList<int[]>)));
        Assert.That(Mutability.CanChange(typeof(Randomness.Luck)));
        Assert.That(Mutability.CanChange(typeof(Setting)), Is.False);
    }

    private static string Name(FieldInfo field) => $"{field.DeclaringType!.Name}.{field.Name}";
}
