using System.Reflection;
using ArchUnitNET.Domain;
using ArchUnitNET.Loader;
using Entente.Randomness;
using Entente.Settings;
using NUnit.Framework;
using Type = System.Type;

namespace Entente.Tests.Architecture;

/// <summary>Every mechanism lives in a room of its own, furnished like the others; rooms meet in the world and in each other's rules.</summary>
public class Rooms
{
    private const string Mechanisms = "Entente.Mechanisms.";

    private static readonly string[] All =
    [
        "Environment", "Sensing", "PartnerSearch", "Entry", "Negotiation", "Investment", "Governance", "Conduct", "Trust", "Pipeline",
        "Operation", "Membership", "Learning", "CoreBusiness",
    ];

    /// <summary>Rooms without a step in the month: other rooms ask their rules.</summary>
    private static readonly string[] Asked = ["Entry", "Investment"];

    private static readonly System.Reflection.Assembly Model = typeof(Setting).Assembly;

    /// <summary>What each type of one room uses of another, method bodies included.</summary>
    private static readonly (string From, string To, Type Used)[] Crossings = [.. FindCrossings()];

    [Test]
    public void There_are_fourteen_rooms()
    {
        var rooms = Model.GetTypes().Select(type => type.Namespace ?? "").Where(space => space.StartsWith(Mechanisms, StringComparison.Ordinal))
            .Select(space => space[Mechanisms.Length..]).Distinct();
        Assert.That(rooms, Is.EquivalentTo(All));
        Assert.That(All, Has.Length.EqualTo(14));
        Assert.That(Model.GetTypes().Where(type => type.Namespace == "Entente.Mechanisms"), Is.Empty);
    }

    [TestCaseSource(nameof(All))]
    public void Each_room_has_options_and_rules_and_a_phase_if_it_has_a_step_in_the_month(string room)
    {
        Assert.That(Find(room, "Options"), Is.Not.Null, "options");
        Assert.That(Find(room, "Rules"), Is.Not.Null, "rules");
        Assert.That(Find(room, "Phase"), Asked.Contains(room) ? Is.Null : Is.Not.Null, "phase");
    }

    [TestCaseSource(nameof(All))]
    public void Rules_are_functions_of_values(string room)
    {
        var rules = Find(room, "Rules")!;
        Assert.That(rules.IsAbstract && rules.IsSealed, "a static class");
        var functions = rules.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
            .Where(method => method.IsPublic || method.IsAssembly).ToArray();
        Assert.That(functions, Is.Not.Empty);
        foreach (var parameter in functions.SelectMany(function => function.GetParameters()))
        {
            var place = $"{parameter.Member.Name}({parameter.Name})";
            foreach (var type in Parts(parameter.ParameterType).Where(type => type.Namespace == "Entente.Worlds" && type.IsClass))
                Assert.That(Mutability.CanChange(type), Is.False, $"{place} is part of the world");
            if (parameter.ParameterType.IsByRef && !parameter.IsIn)
                Assert.That(parameter.ParameterType.GetElementType(), Is.EqualTo(typeof(Luck)), $"{place} is written to");
        }
    }

    [Test]
    public void No_phase_uses_another()
    {
        var phases = All.Select(room => Find(room, "Phase")).OfType<Type>().ToArray();
        Assert.That(phases, Has.Length.EqualTo(12));
        Assert.That(Crossings.Where(crossing => phases.Contains(crossing.Used)), Is.Empty);
    }

    [Test]
    public void Rooms_use_each_other_through_rules_options_and_values_alone()
    {
        Assert.That(Crossings.Where(c => !IsOpen(c.To, c.Used)).Select(c => $"{c.From} uses {c.Used.Name}"), Is.Empty);
        Assert.That(Crossings.Select(c => c.Used), Has.Some.EqualTo(Find("Entry", "Rules")), "Membership asks Entry: were bodies read?");
    }

    [Test]
    public void Arrows_between_rooms_stay_free_of_cycles()
    {
        var left = All.ToList();
        while (left.FirstOrDefault(room => Among(left).All(c => c.From != room) || Among(left).All(c => c.To != room)) is { } free)
            left.Remove(free);
        Assert.That(Among(left).Select(c => $"{c.From} uses {c.To} ({c.Used.Name})").Distinct(), Is.Empty);
        Assert.That(Among(All).Count(), Is.GreaterThan(5));
    }

    private static IEnumerable<(string From, string To, Type Used)> Among(IReadOnlyCollection<string> rooms) =>
        Crossings.Where(crossing => rooms.Contains(crossing.From) && rooms.Contains(crossing.To));

    private static bool IsOpen(string room, Type type) =>
        type == Find(room, "Rules") || type == Find(room, "Options") || (type.IsValueType && !Mutability.CanChange(type));

    private static Type? Find(string room, string kind) => Model.GetType($"{Mechanisms}{room}.{room}{kind}");

    private static IEnumerable<Type> Parts(Type type) =>
        type.HasElementType ? Parts(type.GetElementType()!) : type.GetGenericArguments().SelectMany(Parts).Append(type);

    private static IEnumerable<(string From, string To, Type Used)> FindCrossings()
    {
        var types = new ArchLoader().LoadAssemblies(Model).Build().Types
            .Where(type => type.Namespace.FullName.StartsWith(Mechanisms, StringComparison.Ordinal)).ToArray();
        return from type in types
               from used in type.Dependencies.Select(dependency => dependency.Target).Distinct()
               let user = Room(type)
               let owner = Room(used)
               where owner is not null && user != owner
               select (user, owner, Model.GetType(used.FullName, throwOnError: true)!);
    }

    private static string? Room(IType type) =>
        type.Namespace.FullName.StartsWith(Mechanisms, StringComparison.Ordinal) ? type.Namespace.FullName[Mechanisms.Length..] : null;
}
