using Entente.Observation;
using Entente.Studies.Claims;
using NUnit.Framework;

namespace Entente.Tests.Studies.Claims;

/// <summary>Measures worked out by hand.</summary>
public class MeasureTests
{
    private static double Of(string name, Recording recording) => Measures.All.Single(measure => measure.Name == name).Of(recording);

    private static Recording With(params AllianceRow[] alliances) => Fakes.Numbered(0, 0) with { Alliances = alliances };

    private static Recording Trust(params double[] trust) => Fakes.Numbered(0, 0) with
    {
        Months = [.. trust.Select((value, month) => new MonthRow { Month = month, MeanTrust = value })],
    };

    private static AllianceRow Lived(int months, bool ended, string members = "0 1", bool signed = true, double control = 0) => new()
    {
        Name = "",
        Members = members,
        Size = members.Split(' ').Length,
        SignedMonth = signed ? 0 : null,
        EndedMonth = ended ? months : null,
        Ending = ended ? "left" : "",
        OperationMonths = months,
        ContractControlEnd = control,
    };

    [Test]
    public void Hazards_are_endings_over_exposure_at_an_age()
    {
        // One ends at 6 months, one at 12, one at 13, one at 70; one goes on at 40; one was never signed.
        var recording = With(Lived(6, true), Lived(12, true), Lived(13, true), Lived(70, true), Lived(40, false), Lived(0, true, signed: false));
        Assert.That(Of("hazard0to12", recording), Is.EqualTo(2.0 / (6 + 12 + 12 + 12 + 12)));
        Assert.That(Of("hazard12to36", recording), Is.EqualTo(1.0 / (1 + 24 + 24)));
        Assert.That(Of("hazard36to60", recording), Is.EqualTo(0.0 / (24 + 4)));
        Assert.That(Of("hazard60on", recording), Is.EqualTo(1.0 / 10));
        Assert.That(Of("hazard60on", With(Lived(40, false))), Is.NaN);
    }

    [Test]
    public void The_deepest_fall_runs_from_any_peak_to_the_lowest_trough_after_it()
    {
        var recording = Trust(0.5, 0.6, 0.35, 0.5, 0.3, 0.4, 0.5, 0.6, 0.7, double.NaN);
        Assert.That((Of("trustFallMonths", recording), Of("trustReturnMonths", recording)), Is.EqualTo((3.0, 3.0)));
        Assert.That((Of("sharpFallMonths", recording), Of("sharpReturnMonths", recording)), Is.EqualTo((1.0, 5.0)));
    }

    [Test]
    public void A_fall_that_is_never_made_good_counts_the_months_that_were_left()
    {
        Assert.That(Of("trustReturnMonths", Trust(0.8, 0.2, 0.3, 0.4)), Is.EqualTo(2));
        Assert.That(Of("trustFallMonths", Trust(0.1, 0.2, 0.3)), Is.NaN, "it never fell");
        Assert.That(Of("sharpFallMonths", Trust()), Is.NaN, "there was none");
    }

    [Test]
    public void Repeats_are_founding_pairs_that_had_been_in_a_signed_alliance()
    {
        var recording = With(
            Lived(5, true, "0 1", control: 0.9), Lived(5, true, "1 0", control: 0.5), Lived(1, true, "2 3", signed: false), Lived(5, true, "2 3", control: 0.8),
            Lived(5, true, "0 1 2", control: 0.7));
        Assert.That(Of("repeatShare", recording), Is.EqualTo(2.0 / 7), "0-1 twice of seven pairs");
        Assert.That(Of("repeatControl", recording), Is.EqualTo(0.5));
        Assert.That(Of("firstControl", recording), Is.EqualTo(0.85).Within(1e-12));
    }

    [Test]
    public void What_firms_win_with_wide_opportunities_goes_to_whoever_looked()
    {
        var recording = Fakes.Numbered(0, 0) with
        {
            Firms =
            [
                new FirmRow { Firm = 0, Name = "", Allocentricity = 0.9 },
                new FirmRow { Firm = 1, Name = "", Allocentricity = 0.1 },
                new FirmRow { Firm = 2, Name = "", Allocentricity = 0.5 },
            ],
            Alliances = [Lived(5, true) with { Founder = 0, Opportunity = 7, NetValue = 10 }, Lived(5, true) with { Founder = 1, Opportunity = 8, NetValue = 100 }],
            Projects =
            [
                new ProjectRow { Kind = "alliance", Stage = "live", Alliance = 0, Opportunity = 7, Domains = 3, GrossValue = 50 },
                new ProjectRow { Kind = "alliance", Stage = "live", Alliance = 1, Opportunity = 8, Domains = 2 },
                new ProjectRow { Kind = "build", Stage = "live", Lead = 1, Opportunity = 9, Domains = 4, GrossValue = 6, Spent = 2 },
            ],
        };
        Assert.That(Of("wideAllocentric", recording), Is.EqualTo(5));
        Assert.That(Of("wideEgocentric", recording), Is.EqualTo(2), "4 over two firms");
    }

    [Test]
    public void Every_measure_has_a_name_a_unit_and_a_meaning_of_its_own()
    {
        Assert.That(Measures.Names, Is.Unique.And.Count.GreaterThan(20));
        Assert.That(Measures.All.Select(measure => measure.Meaning), Is.Unique.And.All.EndsWith("."));
        Assert.That(typeof(RunRow).GetProperties().Select(p => p.Name.ToUpperInvariant()).Intersect(Measures.Names.Select(name => name.ToUpperInvariant())), Is.Empty);
    }
}
