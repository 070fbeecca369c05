using Entente.Studies.Survival;
using NUnit.Framework;

namespace Entente.Tests.Studies.Survival;

/// <summary>Tables as people have them are read as they are meant, and what is wrong with them is said with its place.</summary>
public class PanelReaderTests
{
    private string _folder = "";

    [SetUp]
    public void Make() => _folder = Directory.CreateTempSubdirectory("entente-").FullName;

    [TearDown]
    public void Remove() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void Common_names_are_known_whatever_their_case_and_separator()
    {
        var panel = Panel("# artificial\nId;Start Date;END_DATE;Reason;Group\n1;2001-01;2002-03;left;a\n2;2001-06;;;b\n", new PanelRequest { Until = "2003-06" });
        Assert.That(panel.Columns, Is.EqualTo(new PanelColumns { Start = "Start Date", End = "END_DATE", Cause = "Reason", Group = "Group" }));
        Assert.That(panel.Alliances, Is.EqualTo(new PanelAlliance[] { new(14, true, "left", "a"), new(24, false, "", "b") }));
    }

    [Test]
    public void Columns_that_are_named_win_over_common_names()
    {
        var panel = Panel("time,event,weeks,gone,country\n1,0,3,yes,X\n", new PanelRequest { Columns = new PanelColumns { Time = "weeks", Event = "GONE", Group = "country" } });
        Assert.That(panel.Alliances, Is.EqualTo(new PanelAlliance[] { new(3, true, "", "X") }));
    }

    [TestCase("2001-01-01", "2002-01-01", TimeUnit.Months, 12)]
    [TestCase("2001-03-15", "2001-03-16", TimeUnit.Days, 1)]
    [TestCase("2000-02-28", "2000-03-01", TimeUnit.Days, 2)]
    [TestCase("2001", "2004", TimeUnit.Years, 3)]
    [TestCase("2001", "2004", TimeUnit.Months, 36)]
    [TestCase("2001.25", "2002.75", TimeUnit.Months, 18)]
    [TestCase("2001-1", "2001-02", TimeUnit.Months, 1)]
    [TestCase("2001-01-01T12:00:00Z", "2001-07-01 00:00", TimeUnit.Months, 6)]
    [TestCase("2001-07", "2001-07", TimeUnit.Months, 0)]
    [TestCase("14", "67.5", TimeUnit.Months, 53.5)]
    [TestCase("-3", "4", TimeUnit.Years, 7)]
    public void Durations_are_as_a_calendar_has_them(string start, string end, TimeUnit unit, double duration) =>
        Assert.That(Panel($"start,end\n{start},{end}\n", new PanelRequest { Unit = unit }).Alliances.Single().Duration, Is.EqualTo(duration).Within(1e-8));

    [Test]
    public void What_ends_after_the_watch_was_over_is_censored_then()
    {
        var panel = Panel("start,end,cause\n10,20,left\n10,40,left\n10,NA,\n", new PanelRequest { Until = "30" });
        Assert.That(panel.Alliances, Is.EqualTo(new PanelAlliance[] { new(10, true, "left", ""), new(20, false, "", ""), new(20, false, "", "") }));
    }

    [Test]
    public void An_event_column_says_whether_an_end_is_one_or_the_last_that_was_seen()
    {
        var panel = Panel("start,end,status\n10,20,1\n10,25,0\n", new PanelRequest());
        Assert.That(panel.Alliances.Select(alliance => (alliance.Duration, alliance.Ended)), Is.EqualTo(new[] { (10.0, true), (15, false) }));
    }

    [Test]
    public void Without_events_what_has_a_cause_ended()
    {
        var panel = Panel("duration,reason\n10,left\n12,\n13,ongoing\n", new PanelRequest());
        Assert.That(panel.Alliances, Is.EqualTo(new PanelAlliance[] { new(10, true, "left", ""), new(12, false, "", ""), new(13, false, "", "") }));
    }

    [Test]
    public void Everything_that_is_wrong_with_a_table_is_said_at_once_with_its_place()
    {
        var problems = Problems("""
            started,ended,reason,group
            2001-02-30,2003,left,a
            2001,,left,b
            2002-05,2001-03,,b
            2003-01,x,,c
            1999,2000
            "1999",20"00,left,
            """, new PanelRequest());
        Assert.That(problems, Is.EqualTo((string[])
        [
            "2:1 started is 2001-02-30; it must be a date such as 2001-03-15, 2001-03 or 2001.",
            "3:2 ended is empty; it must be a time, unless --until says up to when alliances that go on were watched.",
            "3:3 reason is left; it must be empty, as the alliance goes on.",
            "4:2 ended is 2001-03; it must be no earlier than started, which is 2002-05.",
            "5:2 ended is x; it must be a date such as 2001-03-15, 2001-03 or 2001.",
            "6:1 the line has 2 fields; it must have 4, as the first line.",
            "7:1 a quotation mark stands inside a field; it must be doubled, and the field be in quotation marks.",
            "7:2 ended is 20\"00; it must be a date such as 2001-03-15, 2001-03 or 2001.",
        ]));
    }

    [TestCase("time,event\n-1,maybe\n", "2:1 time is -1; it must be a number of 0 or more.", "2:2 event is maybe; it must be 1, true, yes or ended, or else 0, false, no or censored.")]
    [TestCase("time,event\n\"3,5\",1\n", "2:1 time is 3,5; it must be a number of 0 or more.")]
    [TestCase("time,event\n", ": has no alliances: there is nothing below the names of its columns.")]
    [TestCase("", ": is empty; it must begin with a line that names its columns.")]
    [TestCase("a,b\n1,2\n", ": no column has starts. Name columns with --start and --end, or with --time and --event; they are a, b.")]
    [TestCase("time,Time,event\n1,1,1\n", "1:2 time names 2 columns; each must have a name of its own.")]
    public void A_faulty_table_is_refused(string text, params string[] expected) =>
        Assert.That(Problems(text, new PanelRequest()), Is.EqualTo(expected));

    [Test]
    public void What_is_asked_must_fit_the_table()
    {
        var faulty = new PanelRequest { Columns = new PanelColumns { Group = "contry" } };
        Assert.That(Problems("time,event,country\n1,1,a\n", faulty).Single(), Is.EqualTo(": --by is contry, which is no column; the columns are time, event, country. Did you mean country?"));
        var until = PanelReader.Read(Write("start,end\n2001,2002\n"), new PanelRequest { Until = "soon" }).Problems.Single();
        Assert.That(until.ToString(), Is.EqualTo("--until: soon is not a date such as 2001-03-15, 2001-03 or 2001, which the columns of starts and ends have."));
        Assert.That(Problems("start,end\n2001,2002\n2003,\n", new PanelRequest { Until = "2002" }).Single(), Is.EqualTo("3:1 start is 2003; it must be no later than --until, which is 2002."));
        var groups = string.Concat(Enumerable.Range(0, 21).Select(i => $"1,1,g{i}\n"));
        Assert.That(Problems($"time,event,group\n{groups}", new PanelRequest()).Single(), Is.EqualTo("1:3 group makes 21 groups; there can be 20 at most. Name another column with --by."));
        Assert.That(PanelReader.Read(Path.Combine(_folder, "none.csv"), new PanelRequest()).Problems.Single().ToString(), Does.StartWith($"{Path.Combine(_folder, "none.csv")}: cannot be read: "));
    }

    private AlliancePanel Panel(string text, PanelRequest request)
    {
        var reading = PanelReader.Read(Write(text), request);
        Assert.That(reading.Problems, Is.Empty);
        return reading.Panel!;
    }

    private string[] Problems(string text, PanelRequest request)
    {
        var file = Write(text);
        var reading = PanelReader.Read(file, request);
        Assert.That(reading.Panel, Is.Null);
        return [.. reading.Problems.Select(problem => problem.ToString()[file.Length..] is [':', >= '0' and <= '9', ..] placed ? placed[1..] : problem.ToString()[file.Length..])];
    }

    private string Write(string text)
    {
        File.WriteAllText(Path.Combine(_folder, "panel.csv"), text);
        return Path.Combine(_folder, "panel.csv");
    }
}
