using Entente.Scenarios;
using Entente.Settings;
using NUnit.Framework;

namespace Entente.Tests.Scenarios;

public class PresetTests
{
    // Table 1 of Doz and De Roover, "Responding to Digital Disruption through Alliances", has eight rows; rows 4 and 8 are two
    // dials each.
    private static readonly string[] TableOne =
    [
        "disruptionTrigger", "openScope", "exploration", "trustPacing", "fairProcess", "contractControl", "exitBarrier",
        "dedicatedTeam", "postRotation", "expertRotation",
    ];

    [Test]
    public void The_two_regimes_differ_in_the_ten_dials_of_Table_1_and_in_nothing_else() =>
        Assert.That(
            Differences(Presets.TightContract, Presets.FairProcess),
            Is.EqualTo(TableOne.Select(dial => $"dials.{dial}")));

    [Test]
    public void Without_alliances_nothing_differs_from_a_tight_contract_but_that_there_are_none()
    {
        Assert.That(Differences(Presets.TightContract, Presets.NoAlliances), Is.EqualTo(["partnerSearch.alliancesAllowed"]));
        Assert.That(Presets.NoAlliances.ApplyTo(new Setting()).Parameters.PartnerSearch.AlliancesAllowed, Is.False);
    }

    [Test]
    public void Without_alliances_none_is_founded_by_decree()
    {
        var setting = new Setting { Decrees = [new Decree { Name = "Pair", Members = [0, 1] }] };
        Assert.That(Presets.NoAlliances.ApplyTo(setting).Decrees, Is.Empty);
        Assert.That(Presets.FairProcess.ApplyTo(setting).Decrees, Is.EqualTo(setting.Decrees));
    }

    [Test]
    public void A_preset_is_found_by_its_name_and_by_no_other()
    {
        Assert.That(Presets.Names, Is.EqualTo(["tight-contract", "fair-process", "no-alliances"]));
        Assert.That(Presets.Names.Select(name => Presets.Find(name)!.Name), Is.EqualTo(Presets.Names));
        Assert.That(Presets.Find("Fair-Process"), Is.Null);
    }

    private static IEnumerable<string> Differences(Preset one, Preset other) =>
        ParameterCatalogue.Of(one.ApplyTo(new Setting())).Zip(ParameterCatalogue.Of(other.ApplyTo(new Setting())))
            .Where(pair => !Equals(pair.First.Value, pair.Second.Value))
            .Select(pair => pair.First.Path);
}
