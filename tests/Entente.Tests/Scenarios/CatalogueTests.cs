using System.Reflection;
using Entente.Scenarios;
using Entente.Scenarios.Binding;
using Entente.Settings;
using NUnit.Framework;

namespace Entente.Tests.Scenarios;

public class CatalogueTests
{
    [Test]
    public void Every_room_can_be_set_and_is_called_as_the_model_calls_it() =>
        Assert.That(
            Room.All.Select(room => room.Key),
            Is.EqualTo(typeof(Parameters).GetProperties().Select(room => ParameterField.KeyOf(room.Name))));

    [Test]
    public void Every_parameter_of_the_model_is_listed_once()
    {
        IEnumerable<Type> owners =
            [typeof(Setting), typeof(Industry), typeof(Dials), .. typeof(Parameters).GetProperties().Select(room => room.PropertyType)];
        var parameters = owners.SelectMany(owner => owner.GetProperties()).Count(p => p.GetCustomAttribute<ParameterAttribute>() is not null);
        var catalogue = ParameterCatalogue.Of(new Setting());
        const int disruption = 3;
        Assert.That(catalogue, Has.Count.EqualTo(parameters + disruption));
        Assert.That(catalogue.Select(p => p.Path), Is.Unique);
    }

    [Test]
    public void What_is_in_force_is_listed_with_value_unit_source_and_range()
    {
        var catalogue = ParameterCatalogue.Of(Example.Read(Example.Good).Arms[0].Setting);
        ParameterInForce[] some =
        [
            new("months", 24, "months", "judgement", 1, 4000),
            new("dials.exitBarrier", .7, "dial", "Doz & De Roover, Table 1", 0, 1),
            new("dials.stepOut", null, "dial", "judgement", 0, 1),
            new("partnerSearch.sense", .2, "per month", "judgement", 1.0 / 12, 1),
            new("partnerSearch.alliancesAllowed", true, "switch", "judgement", 0, 1),
            new("disruption.growth", .05, "per month", "scenario", -10, 10),
            new("industry.named.Ash.presence.1", .5, "share", "scenario", 0, 1),
            new("founded.Pair.members.1", 3, "number of the firm", "scenario", 0, 5),
            new("founded.Pair.trust", .5, "trust", "judgement", 0, 1),
        ];
        Assert.That(catalogue, Is.SupersetOf(some));
    }

    [Test]
    public void Values_are_written_as_a_scenario_has_them()
    {
        static string Text(object? value) => new ParameterInForce("", value, "", "", 0, 0).Text;
        Assert.That(new[] { Text(.1), Text(-1.5e-7), Text(3), Text(true), Text(null) }, Is.EqualTo(["0.1", "-1.5E-07", "3", "true", "null"]));
    }

    [Test]
    public void Every_default_lies_in_its_range() =>
        Assert.That(
            ParameterCatalogue.Of(new Setting()).Where(p => p.Value is double or int && Convert.ToDouble(p.Value) is var value && (value < p.Min || value > p.Max)),
            Is.Empty);

    [Test]
    public void No_scenario_can_describe_a_disruption_of_another_kind() =>
        Assert.That(
            () => ParameterCatalogue.Of(new Setting { Disruption = new Weather() }),
            Throws.ArgumentException.With.Message.EqualTo("No scenario can describe a Weather. (Parameter 'disruption')"));

    private sealed record Weather : Disruption
    {
        public override double At(int month) => 0;
    }
}
