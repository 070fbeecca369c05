using Entente.Studies.Statistics;
using Entente.Studies.Survival;
using NUnit.Framework;

namespace Entente.Tests.Studies.Survival;

/// <summary>How covariates are taken from a table, and what is said of a regression.</summary>
public class HazardRegressionTests
{
    private static readonly AlliancePanel Veteran = ReferenceData.Regressions["veteran"];

    [Test]
    public void A_column_of_numbers_is_a_number_and_any_other_a_category()
    {
        var number = Covariate.Of("size", ["2", "3", "7"]);
        var words = Covariate.Of("sector", ["it", "steel", "steel", "it", "arms", "steel"]);
        Assert.Multiple(() =>
        {
            Assert.That((number.IsNumber, number.Reference, number.Labels.Single()), Is.EqualTo((true, (string?)null, "size")));
            Assert.That(number.Code("2.5"), Is.EqualTo((double[])[2.5]));
            Assert.That((words.IsNumber, words.Reference), Is.EqualTo((false, "steel")), "the most frequent");
            Assert.That(words.Labels, Is.EqualTo((string[])["sector: arms", "sector: it"]));
            Assert.That(words.Code("it"), Is.EqualTo((double[])[0, 1]));
            Assert.That(words.Code("steel"), Is.EqualTo((double[])[0, 0]));
        });
    }

    [TestCase("it steel steel", "it", "it", TestName = "the one that was asked for")]
    [TestCase("it steel steel", "iron", "steel", TestName = "the most frequent where the one asked for is not there")]
    [TestCase("b a b a c", null, "a", TestName = "the first of those that are as frequent")]
    [TestCase("yes yes yes no", null, "no", TestName = "the one that says no")]
    [TestCase("TRUE FALSE TRUE", null, "FALSE", TestName = "the one that says no, in capitals")]
    [TestCase("2 3 3", "2", "2", TestName = "a number, where it was asked for")]
    public void The_reference_is(string texts, string? asked, string reference) =>
        Assert.That(Covariate.Of("x", texts.Split(' '), asked).Reference, Is.EqualTo(reference));

    [TestCase("0 1 1", 1)]
    [TestCase("10 0 10", 10)]
    [TestCase("0 50 100", 50, TestName = "a standard deviation of 40.8")]
    [TestCase("0.1 0.2 0.3 0.4", .1, TestName = "a standard deviation of 0.11")]
    [TestCase("100 400 700 1000 1300", 500, TestName = "a standard deviation of 424")]
    [TestCase("7 7 7", 1)]
    public void The_difference_that_is_spoken_of_is_round(string texts, double difference) =>
        Assert.That(Covariate.Of("x", texts.Split(' ')).Difference, Is.EqualTo(difference).Within(1e-12));

    [Test]
    public void Alliances_of_which_something_is_missing_are_left_out_and_counted()
    {
        var regression = HazardRegression.Of(ReferenceData.Regressions["lung by institution"]);
        Assert.That((regression.LeftOut, regression.Outcome.Fit!.Lives, regression.Outcome.Fit.Clusters), Is.EqualTo((16, 212, 18)));
    }

    [Test]
    public void Findings_are_said_in_sentences()
    {
        var lines = HazardRegression.Of(Veteran).Lines;
        Assert.Multiple(() =>
        {
            Assert.That(HazardWords.Finding(lines[0]), Is.EqualTo("Where trt is 2, not 1, the hazard of ending is 34% higher (95% interval: 11% lower to 2.0 times as high; p = 0.1558), no significant difference."));
            Assert.That(HazardWords.Finding(lines[1]), Is.EqualTo("Where celltype is adeno, not large, the hazard of ending is 2.2 times as high (95% interval: 22% higher to 4.0 times as high; p = 0.0087)."));
            Assert.That(HazardWords.Finding(lines[4]), Is.EqualTo("Where karno is 20 higher, the hazard of ending is 48% lower (95% interval: 36% to 58% lower; p < 0.0001)."));
        });
    }

    /// <summary>cox.zph(coxph(Surv(time, status) ~ trt + celltype + karno + diagtime + age + prior)): celltype p = 0.0016, karno 0.0003; its coefficient rises from about -0.05 to 0.01.</summary>
    [Test]
    public void Ratios_that_change_with_age_are_named() => Assert.That(HazardWords.Ageing(HazardRegression.Of(Veteran)), Is.EqualTo((string[])
    [
        "The hazard ratios of celltype change as alliances grow older (p = 0.0016): the ones stated are averages over ages.",
        "The hazard ratio of karno rises as alliances grow older (p = 0.0003): the one stated is an average over ages.",
    ]));

    [Test]
    public void What_stands_in_the_way_is_said_with_what_to_leave_out()
    {
        var panel = Panel("alike twice sector", Enumerable.Range(1, 40).Select(i => Alliance(i * 7 % 31, i % 3 > 0, "5", $"{2 * (i % 5)}", i % 5 == 0 ? "a" : "b")));
        var regression = HazardRegression.Of(panel);
        Assert.That(regression.Lines, Is.Empty);
        Assert.That(HazardWords.Problems("x.csv", regression).Select(problem => problem.ToString()), Is.EqualTo((string[])
            ["x.csv: alike is the same for all alliances that are compared: nothing can be said of it. Leave out --covariate alike."]));
        var both = HazardRegression.Of(Panel("one two", Enumerable.Range(1, 40).Select(i => Alliance(i * 7 % 31, i % 3 > 0, $"{i % 5}", $"{7 - (2 * (i % 5))}"))));
        Assert.That(HazardWords.Problems("x.csv", both).Single().Message, Is.EqualTo("two follows from one: their hazard ratios cannot be told apart. Leave out --covariate two."));
        var none = HazardRegression.Of(Panel("one", Enumerable.Range(1, 40).Select(i => Alliance(i, false, $"{i % 5}"))));
        Assert.That(HazardWords.Problems("x.csv", none).Single().Message, Does.StartWith("No alliance of which all covariates are known ended"));
    }

    [Test]
    public void A_level_that_never_ended_is_said_to_have_no_interval()
    {
        var line = HazardRegression.Of(Panel("sector", Enumerable.Range(1, 60).Select(i => Alliance(i * 7 % 31, i % 4 > 0, i % 4 == 0 ? "safe" : "other")))).Lines.Single();
        Assert.That(HazardWords.Finding(line), Is.EqualTo(
            "Where sector is safe, not other, the hazard of ending is lower without bound: of those compared, the ones with another level always ended first. There is no interval, and no p-value."));
        Assert.That(HazardRatioText.Of(line.Coefficient.HazardRatio), Is.EqualTo("0"));
    }

    [Test]
    public void Few_ends_and_few_clusters_are_warned_of()
    {
        string[] Cautions(int alliances, int clusters) =>
            [.. HazardWords.Cautions(HazardRegression.Of(Panel("one", Enumerable.Range(1, alliances).Select(i => Alliance(i, true, $"{i * i % 7}") with { Cluster = $"{i % clusters}" }), clusters < alliances)))];
        Assert.Multiple(() =>
        {
            Assert.That(Cautions(80, 80), Is.Empty);
            Assert.That(Cautions(8, 8), Is.EqualTo((string[])["There are 8 ends for each coefficient; below 10 estimates are unstable and intervals too narrow."]));
            Assert.That(Cautions(80, 20), Is.EqualTo((string[])["There are 20 clusters; over fewer than 50 intervals are too narrow and p-values too small."]));
            Assert.That(Cautions(80, 9), Is.EqualTo((string[])["There are 9 clusters: over fewer than 10 no intervals and p-values are stated."]));
        });
    }

    [TestCase(1.234, 1.05, 1.449, "1.23 (1.05-1.45)")]
    [TestCase(1.0000123, 1.0000051, 1.0000195, "1.000012 (1.000005-1.000020)")]
    [TestCase(.0123, .0011, .14, "0.012 (0.0011-0.14)")]
    [TestCase(12.34, 3.21, 123.4, "12.3 (3.21-123)")]
    [TestCase(1.5, double.NaN, double.NaN, "1.50")]
    [TestCase(double.PositiveInfinity, double.NaN, double.NaN, "infinite")]
    public void Ratios_are_shown_with_the_digits_that_matter(double value, double low, double high, string text) =>
        Assert.That(HazardRatioText.Of(new Estimate(value, low, high)), Is.EqualTo(text));

    [Test]
    public void Simulated_arms_are_regressed_beside_on_what_they_have_and_by_replication()
    {
        // Of simulated alliances karno is not known, prior is the same number, and celltype has one level more.
        var simulated = Veteran.Alliances.Select((alliance, i) => alliance with
        {
            Group = "arm",
            Replication = i / 5,
            Covariates = [alliance.Covariates[0], i % 9 == 0 ? "new" : alliance.Covariates[1], "", alliance.Covariates[3], alliance.Covariates[4], alliance.Covariates[5]],
        }).ToArray();
        var study = new SurvivalStudy(Veteran, simulated, HazardRegression.Of(Veteran));
        var beside = study.Regressions[1];
        Assert.Multiple(() =>
        {
            Assert.That(beside.Lacking, Is.EqualTo((string[])["karno"]));
            Assert.That(beside.Lines.Select(line => line.Label), Is.EqualTo(
                (string[])["trt", "celltype: adeno", "celltype: new", "celltype: smallcell", "celltype: squamous", "diagtime", "age", "prior"]));
            Assert.That(beside.Covariates[1].Reference, Is.EqualTo("large"), "the reference of the panel");
            Assert.That(beside.Outcome.Fit!.Clusters, Is.EqualTo(28));
            Assert.That(study.Regressions[0].Like(beside.Lines[2]), Is.Null);
            Assert.That(study.Difference(beside, beside.Lines[0]), Is.NaN, "not adjusted for the same");
        });
    }

    /// <summary>Two independent estimates differ by their difference over the root of the sum of their squared errors.</summary>
    [Test]
    public void Observed_and_simulated_coefficients_are_compared_where_they_are_adjusted_for_the_same()
    {
        var simulated = Veteran.Alliances.Select((alliance, i) => alliance with { Group = "arm", Replication = i, Duration = 1 + alliance.Duration * alliance.Duration % 97 }).ToArray();
        var study = new SurvivalStudy(Veteran, simulated, HazardRegression.Of(Veteran));
        var (own, other) = (study.Regressions[0].Lines[4].Coefficient, study.Regressions[1].Lines[4].Coefficient);
        var z = (own.Value - other.Value) / Math.Sqrt((own.Error * own.Error) + (other.Error * other.Error));
        Assert.That(study.Difference(study.Regressions[1], study.Regressions[1].Lines[4]), Is.EqualTo(2 * MathNet.Numerics.Distributions.Normal.CDF(0, 1, -Math.Abs(z))).Within(1e-12));
        Assert.That(study.Difference(study.Regressions[0], study.Regressions[0].Lines[4]), Is.NaN);
    }

    [Test]
    public void Columns_of_another_kind_are_not_laid_beside()
    {
        var panel = Panel("size sector", Enumerable.Range(1, 40).Select(i => Alliance(i * 7 % 31, i % 3 > 0, $"{i % 5}", i % 3 == 0 ? "a" : "b")));
        var simulated = Enumerable.Range(1, 40).Select(i => Alliance(i * 7 % 31, i % 3 > 0, i % 5 == 0 ? "small" : "large", $"{i}") with { Replication = i }).ToArray();
        var beside = HazardRegression.Beside("arm", simulated, panel, HazardRegression.Of(panel));
        Assert.That((beside.Lines.Count, beside.LeftOut), Is.EqualTo((0, 0)));
        Assert.That(beside.Lacking, Is.EqualTo((string[])["size", "sector"]));
    }

    [Test]
    public void A_forest_plot_is_drawn_of_the_ordinary_and_of_the_odd()
    {
        var odd = Panel("sector x", Enumerable.Range(1, 60).Select(i => Alliance(i * 7 % 31, i % 4 > 0, i % 4 == 0 ? "safe" : "other", $"{i * i % 7}")));
        var study = new SurvivalStudy(odd, [.. odd.Alliances.Select((alliance, i) => alliance with { Group = "arm", Replication = i % 3 })], HazardRegression.Of(odd));
        File.WriteAllBytes("/tmp/odd.png", HazardRatioChart.Draw(study.Regressions).Png());
        foreach (var sheet in new[] { HazardRatioChart.Draw(study.Regressions), HazardRatioChart.Draw([HazardRegression.Of(Veteran)]) })
        {
            Assert.That(sheet.Png(), Has.Length.GreaterThan(10_000));
            Assert.That(sheet.Svg(), Is.EqualTo(sheet.Svg()));
        }

        Assert.That(HazardRatioChart.Draw([HazardRegression.Of(Veteran)]).Title, Is.EqualTo("Hazard of ending: 48% lower where karno is 20 higher and 2.2 times as high where celltype is adeno, not large"));
        Assert.That(HazardRatioChart.Draw(study.Regressions).Title, Is.EqualTo("What the hazard of ending depends on"));
        Assert.That(HazardRatioChart.Draw([HazardRegression.Of(Panel("x", odd.Alliances.Select(alliance => alliance with { Covariates = [alliance.Covariates[1]] })))]).Title,
            Is.EqualTo("No covariate shows a significant difference in the hazard of ending"));
    }

    private static PanelAlliance Alliance(double duration, bool ended, params string[] covariates) => new(duration, ended, "", "") { Covariates = covariates };

    private static AlliancePanel Panel(string covariates, IEnumerable<PanelAlliance> alliances, bool clustered = false) =>
        Veteran with
        {
            Columns = clustered ? new Dictionary<PanelRole, string> { [PanelRole.Cluster] = "cluster" } : [],
            Covariates = covariates.Split(' '),
            References = new Dictionary<string, string>(),
            Alliances = [.. alliances],
        };
}
