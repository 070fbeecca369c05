using Entente.Engine;
using Entente.Settings;
using NUnit.Framework;

namespace Entente.Tests.Observation;

/// <summary>Success by an age counts every alliance that could reach it, whether it lasted or not, and nothing that came later.</summary>
public class SuccessTests
{
    private const int Months = 130;

    private static Setting Industry(Dials dials) => new()
    {
        Months = Months,
        Dials = dials,
        Disruption = Disruption.Storm,
        Industry = new Industry { Firms = 20 },
    };

    private static IEnumerable<TestCaseData> Presets =>
    [
        new TestCaseData(Dials.TightContractPreset).SetArgDisplayNames("tight-contract"),
        new TestCaseData(Dials.FairProcessPreset).SetArgDisplayNames("fair-process"),
    ];

    // A run that ends just when an alliance reaches the age sees nothing later: its net value is that of the age.
    [TestCaseSource(nameof(Presets))]
    public void Value_by_an_age_is_that_of_a_run_that_ends_at_it(Dials dials)
    {
        var setting = Industry(dials);
        var (ended, compared) = (0, 0);
        var whole = Simulation.Run(setting, 5, 0);
        foreach (var signed in whole.Alliances.Where(a => a.SignedMonth + 60 <= Months).GroupBy(a => a.SignedMonth!.Value))
        {
            var cut = Simulation.Run(setting with { Months = signed.Key + 60 }, 5, 0).Alliances.ToDictionary(a => a.Alliance);
            foreach (var alliance in signed)
            {
                Assert.That(alliance.NetValue60, Is.EqualTo(cut[alliance.Alliance].NetValue), $"alliance {alliance.Alliance}");
                ended += cut[alliance.Alliance].EndedMonth is null ? 0 : 1;
                compared++;
            }
        }

        Assert.That(Math.Min(ended, compared - ended), Is.GreaterThan(1), "some had ended and some had not");
    }

    [TestCaseSource(nameof(Presets))]
    public void Alliances_too_young_and_those_never_signed_have_no_value_at_an_age(Dials dials)
    {
        foreach (var alliance in Simulation.Run(Industry(dials), 5, 1).Alliances)
        {
            Assert.That(double.IsNaN(alliance.NetValue60), Is.EqualTo(alliance.SignedMonth is null or > Months - 60), $"alliance {alliance.Alliance}");
            Assert.That(double.IsNaN(alliance.NetValue120), Is.EqualTo(alliance.SignedMonth is null or > Months - 120), $"alliance {alliance.Alliance}");
        }
    }

    [TestCaseSource(nameof(Presets))]
    public void Shares_of_success_count_who_they_say(Dials dials)
    {
        var played = Simulation.Run(Industry(dials), 5, 2);
        double[] by60 = [.. played.Alliances.Where(a => a.SignedMonth <= Months - 60).Select(a => a.NetValue60)];
        double[] ended = [.. played.Alliances.Where(a => a.SignedMonth is not null && a.EndedMonth is not null).Select(a => a.NetValue)];
        Assert.That(played.Run.Success60, Is.EqualTo((double)by60.Count(value => value > 0) / by60.Length));
        Assert.That(played.Run.SuccessOfEnded, Is.EqualTo((double)ended.Count(value => value > 0) / ended.Length));
    }

    [Test]
    public void A_run_shorter_than_the_age_has_no_share() =>
        Assert.That(Simulation.Run(Industry(Dials.TightContractPreset) with { Months = 59 }, 5, 0).Run.Success60, Is.NaN);
}
