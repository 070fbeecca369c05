using Entente.Laboratory;
using Entente.Studies.Laboratory;
using Entente.Worlds;
using NUnit.Framework;

namespace Entente.Tests.Studies.Laboratory;

/// <summary>Counts of what people did read as they stand; what cannot be is refused with its place.</summary>
public class ObservedCountsTests
{
    private const string Alliances = "treatment,alliances,terminated,always_contributed\nother,1,0,0\nmine,10,2,7\n";
    private const string Choices = "treatment,period,contribute,withhold,leave\nmine,1,18,1,1\nmine,2,9,0,0\n";
    private const string Responses = "treatment,own_last,partners_contributing_last,contribute,withhold,leave\nmine,C,1,16,2,0\n";

    [Test]
    public void Counts_read_as_they_stand()
    {
        var counts = Read();
        Assert.That((counts.Alliances, counts.Terminated, counts.AlwaysContributed, counts.Periods), Is.EqualTo((10, 2, 7, 2)));
        Assert.That((counts[0, Choice.Contribute], counts[1, Choice.Contribute], counts.Choices), Is.EqualTo((18, 9, 29)));
        Assert.That(counts.Response(Choice.Contribute, 1, Choice.Withhold), Is.EqualTo(2));
    }

    [TestCase("mine,9223372036854775807,2,7", "alliances.csv:2:2 alliances is 9223372036854775807; it must be a whole number between 1 and 1000000000.")]
    [TestCase("mine,1000000001,2,7", "alliances.csv:2:2 alliances is 1000000001; it must be a whole number between 1 and 1000000000.")]
    [TestCase("mine,0,0,0", "alliances.csv:2:2 alliances is 0; it must be a whole number between 1 and 1000000000.")]
    [TestCase("mine,10,50,7", "alliances.csv:2:3 terminated is 50; it must be a whole number between 0 and 10.")]
    [TestCase("mine,10,2,11", "alliances.csv:2:4 always_contributed is 11; it must be a whole number between 0 and 10.")]
    [TestCase("mine,10,,7", "alliances.csv:2:3 terminated is empty; it must be a whole number between 0 and 10.")]
    [TestCase("mine,10,2,7\nmine,10,2,7", "alliances.csv:3:1 treatment mine is there twice; it must be there once. The first is on line 2.")]
    public void Alliances_are_bounded(string rows, string said) => Refused(said, alliances: $"treatment,alliances,terminated,always_contributed\n{rows}\n");

    [TestCase("mine,4294967297,1,1,1", "choices-by-period.csv:2:2 period is 4294967297; it must be a whole number between 1 and 10000.")]
    [TestCase("mine,10000000,1,1,1", "choices-by-period.csv:2:2 period is 10000000; it must be a whole number between 1 and 10000.")]
    [TestCase("mine,0,1,1,1", "choices-by-period.csv:2:2 period is 0; it must be a whole number between 1 and 10000.")]
    [TestCase("mine,1,9223372036854775807,1,1", "choices-by-period.csv:2:3 contribute is 9223372036854775807; it must be a whole number between 0 and 1000000000.")]
    [TestCase("mine,1,1,-1,1", "choices-by-period.csv:2:4 withhold is -1; it must be a whole number between 0 and 1000000000.")]
    [TestCase("mine,1,1,1,1\nmine,2,1,1,1\nmine,1,1,1,1", "choices-by-period.csv:4:1 treatment mine, period 1 is there twice; it must be there once. The first is on line 2.")]
    public void Choices_are_bounded(string rows, string said) => Refused(said, choices: $"treatment,period,contribute,withhold,leave\n{rows}\n");

    [TestCase("mine,C,2,1,1,1", "responses.csv:2:3 partners_contributing_last is 2; it must be a whole number between 0 and 1.")]
    [TestCase("mine,L,1,1,1,1", "responses.csv:2:2 own_last is L; it must be C or N.")]
    [TestCase("mine,C,1,1,1,9223372036854775807", "responses.csv:2:6 leave is 9223372036854775807; it must be a whole number between 0 and 1000000000.")]
    [TestCase("mine,C,1,1,1,1\nmine,C,1,1,1,1", "responses.csv:3:1 treatment mine, own_last C, partners_contributing_last 1 is there twice; it must be there once. The first is on line 2.")]
    public void Responses_are_bounded(string rows, string said) =>
        Refused(said, responses: $"treatment,own_last,partners_contributing_last,contribute,withhold,leave\n{rows}\n");

    /// <summary>All counts at their most, in as many periods as there may be, are still counted exactly: 3 x 10^9 x 10^4.</summary>
    [Test]
    public void The_most_that_may_be_counted_is_counted()
    {
        var rows = Enumerable.Range(1, 10_000).Select(period => $"mine,{period},1000000000,1000000000,1000000000\n");
        Assert.That(Read(choices: $"treatment,period,contribute,withhold,leave\n{string.Concat(rows)}").Choices, Is.EqualTo(30_000_000_000_000));
    }

    [Test]
    public void Without_a_first_period_there_is_no_error_of_four_shares()
    {
        var observed = Read(choices: "treatment,period,contribute,withhold,leave\nmine,2,9,0,0\n");
        var comparisons = LaboratoryStudy.Compare([Read()], observed);
        Assert.That(comparisons[0].Observed, Is.NaN);
        Assert.That(LaboratoryStudy.SummaryError(comparisons), Is.NaN);
        Assert.That(LaboratoryStudy.SummaryError(LaboratoryStudy.Compare([Read()], Read())), Is.Zero);
    }

    private static void Refused(string said, string alliances = Alliances, string choices = Choices, string responses = Responses) =>
        Assert.That(() => Read(alliances, choices, responses), Throws.TypeOf<ObservationsUnreadable>().With.Message.EndsWith(said));

    private static LaboratoryCounts Read(string alliances = Alliances, string choices = Choices, string responses = Responses)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.At("alliances.csv"), alliances);
        File.WriteAllText(folder.At("choices-by-period.csv"), choices);
        File.WriteAllText(folder.At("responses.csv"), responses);
        return ObservedCounts.Read(folder.Root, "mine", 2);
    }
}
