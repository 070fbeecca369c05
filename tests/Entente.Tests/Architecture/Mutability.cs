using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Entente.Tests.Architecture;

/// <summary>Whether a value of a type can change once it is made.</summary>
internal static class Mutability
{
    private static readonly Type[] Frozen =
    [
        typeof(IReadOnlyList<>), typeof(IReadOnlyDictionary<,>), typeof(ImmutableArray<>), typeof(FrozenDictionary<,>),
        typeof(FrozenSet<>), typeof(Nullable<>),
    ];

    public static bool CanChange(Type type) => CanChange(type, []);

    private static bool CanChange(Type type, HashSet<Type> seen)
    {
        if (!seen.Add(type) || type.IsPrimitive || type.IsEnum || type == typeof(string) || type == typeof(Type)
            || type.IsSubclassOf(typeof(Delegate)))
            return false;
        if (type.IsGenericType && (Frozen.Contains(type.GetGenericTypeDefinition()) || type.IsAssignableTo(typeof(ITuple))))
            return type.GetGenericArguments().Any(argument => CanChange(argument, seen));
        if (type.Assembly != typeof(Settings.Setting).Assembly)
            return true;
        return Fields(type).Any(field => !field.IsInitOnly || CanChange(field.FieldType, seen))
            || type.Assembly.GetTypes().Any(other => other != type && other.IsAssignableTo(type) && CanChange(other, seen));
    }

    private static IEnumerable<FieldInfo> Fields(Type type) =>
        type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
            .Concat(type.BaseType is { } parent && parent.Assembly == type.Assembly ? Fields(parent) : []);
}
