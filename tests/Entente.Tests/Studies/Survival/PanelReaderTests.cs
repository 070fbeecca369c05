using System.Text;
using CsCheck;
using Entente.Studies.Survival;
using NUnit.Framework;

namespace Entente.Tests.Studies.Survival;

/// <summary>Tables as people have them are read as they are meant, what they were taken for is said, and what is wrong with them is said with its place.</summary>
public class PanelReaderTests
{
    private static readonly PanelRequest Plain = new();

    private string _folder = "";

    [SetUp]
    public void Make() => _folder = Directory.CreateTempSubdirectory("entente-").FullName;

    [TearDown]
    public void Remove() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void Common_names_are_known_whatever_their_case_and_separator()
    {
        var panel = Panel("# artificial\nId;Start Date;END_DATE;Reason;Group\n1;2001-01;2002-03;left;a\n2;2001-06;;;b\n", new PanelRequest { Until = "2003-06" });
        Assert.That(panel.Columns, Is.EquivalentTo(Named((PanelRole.Start, "Start Date"), (PanelRole.End, "END_DATE"), (PanelRole.Cause, "Reason"), (PanelRole.Group, "Group"))));
        Assert.That(panel.Alliances, Is.EqualTo(new PanelAlliance[] { new(14, true, "left", "a"), new(24, false, "", "b") }));
        Assert.That(panel.Readings, Is.EqualTo((string[])
        [
            "Columns found by name: starts from Start Date, ends from END_DATE, causes from Reason, groups from Group.",
            "Starts and ends are read as dates (a month alone stands for its middle); durations are in months.",
            "Alliances without an end by 2003-06 are censored then.",
        ]));
    }

    [Test]
    public void Columns_that_are_named_win_over_common_names()
    {
        var panel = Panel("time,event,weeks,gone,country\n1,0,3,yes,X\n", new PanelRequest { Columns = Named((PanelRole.Time, "weeks"), (PanelRole.Event, "GONE"), (PanelRole.Group, "country")) });
        Assert.That(panel.Alliances, Is.EqualTo(new PanelAlliance[] { new(3, true, "", "X") }));
        Assert.That(panel.Readings[0], Is.EqualTo("Columns as named: durations from weeks, events from gone, groups from country."));
    }

    [Test]
    public void Every_role_can_be_left_without_a_column()
    {
        const string Text = "time,event,start,end,reason,group\n9,1,1,5,left,a\n9,0,2,6,,b\n";
        foreach (var role in PanelRole.All.Where(role => role.Names.Count > 0).Except([PanelRole.Start, PanelRole.End, PanelRole.Time]))
        {
            var panel = Panel(Text, new PanelRequest { Columns = Named((PanelRole.Time, "none"), (role, "none")) });
            Assert.That(panel.Columns.Keys, Is.EquivalentTo(PanelRole.All.Where(other => other.Names.Count > 0).Except([PanelRole.Time, role])), role.Option);
        }

        // A column of that name is a column.
        Assert.That(Panel("time,event,none\n9,1,a\n", new PanelRequest { Columns = Named((PanelRole.Group, "none")) }).Alliances.Single().Group, Is.EqualTo("a"));
    }

    /// <summary>Real tables have columns of these names that tell something else; they are passed over, and that is said.</summary>
    [TestCase("start,end,status\n2001-01-01,2002-01-01,public\n2001-01-01,2002-01-01,private\n", "Not used: status for events, because public does not say whether an alliance ended.")]
    [TestCase("start,end,reason\n2001-01-01,2002-01-01,R&D\n2001-01-01,present,marketing\n", "Not used: reason for causes, because line 3 has one although its alliance goes on.")]
    [TestCase("start,end,signed\n2001-01-01,2002-01-01,yes\n2001-01-01,2002-01-01,no\n", null)]
    [TestCase("start,end,duration\n2001-01-01,2002-01-01,long\n2001-01-01,2002-01-01,short\n", null)]
    public void A_column_is_taken_by_its_name_only_where_its_values_fit(string text, string? said)
    {
        var panel = Panel(text, new PanelRequest { Until = "2005-01-01" });
        Assert.That(panel.Columns.Keys, Is.EquivalentTo((PanelRole[])[PanelRole.Start, PanelRole.End]));
        Assert.That(panel.Readings.Where(reading => reading.StartsWith("Not used", StringComparison.Ordinal)), said is null ? Is.Empty : Is.EqualTo((string[])[said]));
    }

    [Test]
    public void A_column_of_very_many_values_is_no_column_of_groups_unless_it_is_named()
    {
        var text = $"time,event,group\n{string.Concat(Enumerable.Range(0, 21).Select(i => $"1,1,g{i}\n"))}";
        var panel = Panel(text, Plain);
        Assert.That(panel.Columns.Keys, Has.No.Member(PanelRole.Group));
        Assert.That(panel.Readings[^1], Is.EqualTo("Not used: group for groups, because it has 21 different values, and there can be 20."));
        Assert.That(Problems(text, new PanelRequest { Columns = Named((PanelRole.Group, "group")) }).Single(),
            Is.EqualTo("1:3 group has 21 different values; there can be 20 groups at most. Name another column with --by, or --by none."));
    }

    [TestCase("2001-01-01", "2002-01-01", TimeUnit.Months, 12)]
    [TestCase("2001-03-15", "2001-03-16", TimeUnit.Days, 1)]
    [TestCase("2000-02-28", "2000-03-01", TimeUnit.Days, 2)]
    [TestCase("2001", "2004", TimeUnit.Years, 3)]
    [TestCase("2001", "2004", TimeUnit.Months, 36)]
    [TestCase("2001.25", "2002.75", TimeUnit.Months, 18)]
    [TestCase("2001-1", "2001-02", TimeUnit.Months, 1)]
    [TestCase("2001-01-01T12:00:00Z", "2001-07-01 00:00", TimeUnit.Months, 6)]
    [TestCase("2001-01-01T12:00:00.123+02:00", "2001-07-01 11:30 PM", TimeUnit.Months, 6)]
    [TestCase("2001-07", "2001-07", TimeUnit.Months, 0)]
    [TestCase("14", "67.5", TimeUnit.Months, 53.5)]
    [TestCase("-3", "4", TimeUnit.Years, 7)]
    [TestCase("1990", "1995.0", TimeUnit.Months, 60)]
    [TestCase("1990.0", "1995", TimeUnit.Years, 5)]
    [TestCase("19900115", "19950115", TimeUnit.Months, 60)]
    [TestCase("19900115.0", "19950320", TimeUnit.Days, 1890)]
    [TestCase("199001", "199501", TimeUnit.Months, 60)]
    [TestCase("03.1990", "12.1992", TimeUnit.Months, 33)]
    [TestCase("15.01.1990", "20.03.1995", TimeUnit.Days, 1890)]
    [TestCase("03.04.1990", "04.04.1990", TimeUnit.Days, 1)]
    [TestCase("15/1/1990", "20/3/1995 00:00", TimeUnit.Days, 1890)]
    [TestCase("1/15/1990", "3/20/1995", TimeUnit.Days, 1890)]
    [TestCase("1990/01/15", "1995.03.20", TimeUnit.Days, 1890)]
    [TestCase("15 Jan 1990", "20-MAR-1995", TimeUnit.Days, 1890)]
    [TestCase("15jan1990", "March 20, 1995", TimeUnit.Days, 1890)]
    [TestCase("Jan 1990", "March 1995", TimeUnit.Months, 62)]
    [TestCase("1990m1", "03/1995", TimeUnit.Months, 62)]
    [TestCase("1990Q1", "Q3 1995", TimeUnit.Months, 66)]
    [TestCase("1990-01-00", "1995-03-00", TimeUnit.Months, 62)]
    public void Durations_are_as_a_calendar_has_them(string start, string end, TimeUnit unit, double duration) =>
        Assert.That(Panel($"start;end\n{start};{end}\n", new PanelRequest { Unit = unit }).Alliances.Single().Duration, Is.EqualTo(duration).Within(1e-8));

    /// <summary>as.Date("1995-03-20") - as.Date("1990-01-15") is 1890 days in R, which these numbers come from, too.</summary>
    [TestCase("excel", "32888", "34778")]
    [TestCase("excel", "32888.75", "34778.0")]
    [TestCase("excel-1904", "31426", "33316")]
    [TestCase("sas", "10972", "12862")]
    [TestCase("r", "7319", "9209")]
    [TestCase("unix", "632361600", "795657600")]
    [TestCase("unix-ms", "632361600000", "795657600000")]
    [TestCase("sas-seconds", "947980800", "1111276800")]
    [TestCase("stata-ms", "947980800000", "1111276800000")]
    [TestCase("spss", "12851740800", "13015036800")]
    public void Day_numbers_of_other_programs_are_asked_about_and_read_as_said(string form, string start, string end)
    {
        var text = $"start,end\n{start},{end}\n";
        Assert.That(Problems(text, Plain).Single(), Does.StartWith($"2:1 start is {start}: that is not a date as it stands").And.Contain($" --dates {form} (").Or.Contain("--dates excel ("));
        foreach (var unit in Enum.GetValues<TimeUnit>())
        {
            var panel = Panel(text, new PanelRequest { Dates = form, Unit = unit });
            // From 15 January to 20 March of the fifth year: 62 months and 19/31 - 14/31 of one.
            var months = 62 + (5.0 / 31);
            Assert.That(panel.Alliances.Single().Duration, Is.EqualTo(unit switch { TimeUnit.Days => 1890, TimeUnit.Years => months / 12, _ => months }).Within(1e-8));
            Assert.That(panel.Readings[1], Does.Contain($"({start} is 1990-01-15)"));
        }
    }

    [Test]
    public void A_question_about_numbers_offers_what_they_can_be()
    {
        Assert.That(Problems("start,end\n32888,34778\n", Plain).Single(), Is.EqualTo(
            "2:1 start is 32888: that is not a date as it stands, and as a plain number of months it would be 2,741 years. Say --dates excel (day numbers of Excel: 1990-01-15), "
            + "--dates sas (day numbers of SAS and Stata: 2050-01-16), --dates r (day numbers of R: 2060-01-17) or --dates numbers (plain numbers of months)."));
        Assert.That(Panel("start,end\n32888,34778\n", new PanelRequest { Dates = "numbers" }).Alliances.Single().Duration, Is.EqualTo(1890));
        // Where days are counted it does not matter from when.
        Assert.That(Panel("start,end\n32888,34778\n", new PanelRequest { Unit = TimeUnit.Days }).Alliances.Single().Duration, Is.EqualTo(1890));
        Assert.That(Problems("start,end\n1990.01,1992.12\n", Plain).Single(), Is.EqualTo(
            "2:1 start is 1990.01: it can be a month or a year with decimals. Say --dates yyyymm if it is a month (1990-01), or --dates years if it is a year with decimals."));
        Assert.That(Panel("start,end\n1990.01,1992.12\n", new PanelRequest { Dates = "yyyymm" }).Alliances.Single().Duration, Is.EqualTo(35).Within(1e-9));
        Assert.That(Panel("start,end\n1990.01,1992.12\n", new PanelRequest { Dates = "years" }).Alliances.Single().Duration, Is.EqualTo(12 * 2.11).Within(1e-9));
        Assert.That(Panel("start,end\n1386,1815\n", new PanelRequest { Dates = "years", Unit = TimeUnit.Years }).Alliances.Single().Duration, Is.EqualTo(429));
    }

    [Test]
    public void Whether_the_day_or_the_month_comes_first_is_told_by_the_table_or_asked()
    {
        const string Text = "start,end\n03/04/2001,05/06/2002\n";
        Assert.That(Problems(Text, Plain).Single(), Is.EqualTo("2:1 start is 03/04/2001: does the day or the month come first? Say --dates dmy for 2001-04-03, or --dates mdy for 2001-03-04."));
        // From 3 April 2001 to 5 June 2002, or from 4 March 2001 to 6 May 2002.
        Assert.That(Panel(Text, new PanelRequest { Dates = "dmy", Unit = TimeUnit.Days }).Alliances.Single().Duration, Is.EqualTo(428));
        Assert.That(Panel(Text, new PanelRequest { Dates = "mdy", Unit = TimeUnit.Days }).Alliances.Single().Duration, Is.EqualTo(428));
        Assert.That(Panel($"{Text}04/04/2001,25/06/2002\n", new PanelRequest { Unit = TimeUnit.Days }).Alliances[0].Duration, Is.EqualTo(428));
        Assert.That(Problems("start,end\n13/04/2001,06/25/2002\n", Plain).Single(), Is.EqualTo("2:1 start is 13/04/2001: the day comes first there, and the month in 06/25/2002. Write all dates as 2001-03-15."));
        Assert.That(Problems("start,end\n15/03/01,Mar-02\n", Plain), Has.All.EndsWith("it must be a date such as 2001-03-15, 2001-03 or 2001. Write the year with four digits."));
    }

    /// <summary>
    /// Where one is told less finely and holds the other, it stands for the middle of what the other leaves. 1990 to March: half of 2.5 months. October
    /// (its middle) to the end of 1990: half of 2.5. 1990 to 1 August: half of 7.
    /// </summary>
    [TestCase("1990", "1990-03", 1.25)]
    [TestCase("1990-10", "1990", 1.25)]
    [TestCase("1990", "1990-08-01", 3.5)]
    [TestCase("1990-01-01", "1990", 6)]
    [TestCase("1990-03", "1990-03-01", 0)]
    [TestCase("1990Q1", "1990-03", 1.25)]
    [TestCase("1990", "1991-07", 12.5)]
    public void Moments_of_unlike_precision_are_taken_for_the_middle_of_what_they_can_be(string start, string end, double months)
    {
        foreach (var unit in new[] { TimeUnit.Months, TimeUnit.Years })
            Assert.That(Panel($"start,end\n{start},{end}\n", new PanelRequest { Unit = unit }).Alliances.Single().Duration, Is.EqualTo(months / 12 * unit.PerYear()).Within(1e-8));
        Assert.That(Panel($"start,end\n{start},{end}\n", new PanelRequest { Unit = TimeUnit.Days }).Alliances.Single().Duration, Is.EqualTo(months / 12 * 365.25).Within(2.1));
    }

    /// <summary>Whatever they are written as, a start and an end some days apart come out as that many days.</summary>
    [Test]
    public void A_date_is_the_same_day_in_whatever_form() => Gen.Select(Gen.Int[0, 40_000], Gen.Int[0, 9000]).Sample((first, days) =>
    {
        var (start, end) = (new DateOnly(1925, 1, 1).AddDays(first % 20_000), new DateOnly(1925, 1, 1).AddDays((first % 20_000) + days));
        foreach (var (format, form) in new[] { ("yyyy-MM-dd", null), ("yyyyMMdd", null), ("dd.MM.yyyy", null), ("dd/MM/yyyy", "dmy"), ("M/d/yyyy", "mdy"), ("dMMMyyyy", (string?)null) })
        {
            string Text(DateOnly date) => date.ToString(format, System.Globalization.CultureInfo.InvariantCulture);
            var alliance = Panel($"start,end\n{Text(start)},{Text(end)}\n", new PanelRequest { Unit = TimeUnit.Days, Dates = form }).Alliances.Single();
            if (Math.Abs(alliance.Duration - days) > 1e-9)
                return false;
        }

        return true;
    }, iter: 40);

    [Test]
    public void What_ends_after_the_watch_was_over_is_censored_then()
    {
        var panel = Panel("start,end,cause\n10,20,left\n10,40,left\n10,NA,\n", new PanelRequest { Until = "30" });
        Assert.That(panel.Alliances, Is.EqualTo(new PanelAlliance[] { new(10, true, "left", ""), new(20, false, "", ""), new(20, false, "", "") }));
        Assert.That(Problems("start,end\n2001-02-03,2002-03-04\n", new PanelRequest { Until = "2006" }).Single(), Is.EqualTo(
            "--until: 2006 is a year, and the table has dates that are finer. If alliances were watched to its end, say --until 2006-12-31."));
        // From the middle of 2001 to the last day of 2005: 4.5 years without that day.
        Assert.That(Panel("start,end\n2001,\n", new PanelRequest { Until = "2005-12-31" }).Alliances.Single().Duration, Is.EqualTo(54 - (1.0 / 31)).Within(1e-8));
    }

    [Test]
    public void Up_to_when_alliances_were_watched_is_asked_once() =>
        Assert.That(Problems("start,end\n2001-02-03,2002-03-04\n2001-02-03,\n2001-02-03,present\n2001-02-03,2003-03-04\n", Plain).Single(), Is.EqualTo(
            "3:2 end is empty, as on 1 more line: until when were ongoing alliances watched? Say so with --until, such as --until 2003-03-04, the last end in the table."));

    [TestCase("")]
    [TestCase("NA")]
    [TestCase("NaT")]
    [TestCase("None")]
    [TestCase("NULL")]
    [TestCase("<NA>")]
    [TestCase(".")]
    [TestCase("–")]
    [TestCase("present")]
    [TestCase("Ongoing")]
    [TestCase("to date")]
    [TestCase("0000-00-00")]
    [TestCase("9999-12-31")]
    [TestCase("9999")]
    [TestCase("99991231")]
    public void An_open_end_may_be_written_in_many_ways(string end)
    {
        var panel = Panel($"start,end\n2001-02-03,{end}\n2001-02-03,2002-02-03\n", new PanelRequest { Until = "2003-02-03" });
        Assert.That(panel.Alliances, Is.EqualTo(new PanelAlliance[] { new(24, false, "", ""), new(12, true, "", "") }));
        Assert.That(panel.Readings.Contains("Ends in the year 9999 are read as open."), Is.EqualTo(end.StartsWith("9999", StringComparison.Ordinal)));
    }

    [Test]
    public void Dates_that_may_stand_for_nothing_are_asked_about()
    {
        const string Text = "start,end\n2001-02-03,2099-12-31\n2001-02-03,1900-01-01\n1900-01-01,2002-02-03\n";
        Assert.That(Problems(Text, new PanelRequest { Until = "2003-02-03" }), Is.EqualTo((string[])
        [
            "2:2 end is 2099-12-31: that is far in the future. If it stands for an open end, say --missing 2099-12-31; if it is meant, say --missing none.",
            "3:2 end is 1900-01-01: programs often write that for an unknown date. If it stands for an open end, say --missing 1900-01-01; if it is meant, say --missing none.",
            "4:1 start is 1900-01-01: programs often write that for an unknown date. If it stands for an unknown start, --missing 1900-01-01 leaves its rows out; if it is meant, say --missing none.",
        ]));
        var missing = new PanelRequest { Until = "2003-02-03", MissingValues = ["2099-12-31", "1900-01-01"] };
        Assert.That(Panel(Text.Replace("1900-01-01,2002-02-03\n", "", StringComparison.Ordinal), missing).Alliances.Select(alliance => alliance.Duration), Is.All.EqualTo(24));
        Assert.That(Panel("start,end\n1900-01-01,1950-01-01\n", new PanelRequest { MissingValues = ["none"] }).Alliances.Single().Duration, Is.EqualTo(600));
        Assert.That(Problems("start,end\n5,17\n7,9999\n", Plain).Single(), Does.EndWith(" or --missing 9999 (if it stands for an unknown value)."));
        Assert.That(Problems("time,event\n5,1\n999,1\n9999,0\n", Plain).Single(), Does.EndWith(", or --missing 9999 if it stands for an unknown value."));
    }

    /// <summary>Rows whose start is not known cannot be used; saying so takes them out.</summary>
    [Test]
    public void A_start_that_is_said_to_be_missing_leaves_its_row_out()
    {
        var panel = Panel("start,end\n1900-01-01,2002-02-03\n2001-02-03,2002-02-03\n", new PanelRequest { MissingValues = ["1900-01-01"] });
        Assert.That(panel.Alliances, Has.Count.EqualTo(1));
        Assert.That(panel.Readings, Does.Contain("Left out: 1 row with a value that was said to be missing."));
        Assert.That(Problems("start,end\n2001-02-03,unknown\n2001-02-03,2002-02-03\n", Plain).Single(), Does.StartWith("2:2 end is unknown; it must be a date"));
        Assert.That(Problems("start,end\n,2002-02-03\n", Plain).Single(), Is.EqualTo("2:1 start is empty; it must be a date such as 2001-03-15, 2001-03 or 2001."));
        Assert.That(Panel("time,event\n-99,1\n12,-99\n12,1\n", new PanelRequest { MissingValues = ["-99"] }).Alliances, Has.Count.EqualTo(1));
    }

    [Test]
    public void An_event_column_says_whether_an_end_is_one_or_the_last_that_was_seen()
    {
        var panel = Panel("start,end,status\n10,20,1\n10,25,0\n", Plain);
        Assert.That(panel.Alliances.Select(alliance => (alliance.Duration, alliance.Ended)), Is.EqualTo(new[] { (10.0, true), (15, false) }));
    }

    [Test]
    public void Events_may_be_written_in_many_ways()
    {
        Assert.That(Panel("time,event\n1,1.0\n2,0.0\n3,TRUE\n4,F\n5,ended\n6,Active\n", Plain).Alliances.Select(alliance => alliance.Ended), Is.EqualTo((bool[])[true, false, true, false, true, false]));
        Assert.That(Panel("time,status\n1,closed\n2,running\n3,Closed\n", new PanelRequest { EndedValues = ["closed"], Columns = Named((PanelRole.Event, "status")) }).Alliances.Select(alliance => alliance.Ended),
            Is.EqualTo((bool[])[true, false, true]));
        Assert.That(Problems("time,status\n1,closed\n2,running\n", new PanelRequest { EndedValues = ["close"], Columns = Named((PanelRole.Event, "status")) }).First(), Is.EqualTo("--ended: close is nowhere in status, which has closed, running."));
        // As R codes them, and columns whose yes means the opposite.
        Assert.That(Problems("time,status\n1,2\n2,1\n", Plain).Single(), Is.EqualTo("2:2 status is 2: does 2 mean that an alliance ended, as in R, or that it was censored? Say --ended 2 or --ended 1."));
        Assert.That(Panel("time,status\n1,2\n2,1\n", new PanelRequest { EndedValues = ["2"] }).Alliances.Select(alliance => alliance.Ended), Is.EqualTo((bool[])[true, false]));
        Assert.That(Problems("time,censored\n1,1\n2,0\n", new PanelRequest { Columns = Named((PanelRole.Event, "censored")) }).Single(), Is.EqualTo(
            "2:2 censored is 1: does that mean that the alliance ended, or that it went on? Say --ended 1 if it ended, --ended 0 if it went on."));
    }

    [Test]
    public void Without_events_what_has_a_cause_ended()
    {
        var panel = Panel("duration,reason\n10,left\n12,\n13,ongoing\n", Plain);
        Assert.That(panel.Alliances, Is.EqualTo(new PanelAlliance[] { new(10, true, "left", ""), new(12, false, "", ""), new(13, false, "", "") }));
        Assert.That(panel.Readings, Does.Contain("Alliances with a reason ended; the others are censored."));
        // It ended, for a reason that nobody knows.
        Assert.That(Panel("duration,reason\n10,unknown\n12,none\n", Plain).Alliances.Select(alliance => alliance.Ended), Is.EqualTo((bool[])[true, false]));
    }

    [Test]
    public void Durations_too_long_for_months_are_asked_about()
    {
        Assert.That(Problems("time,event\n300,1\n1461,1\n", Plain).Single(), Is.EqualTo("3:1 time is 1461: as a number of months it would be 122 years. Say --unit days, --unit months or --unit years for what durations are in."));
        Assert.That(Panel("time,event\n1461,1\n", new PanelRequest { Unit = TimeUnit.Days }).Alliances.Single().Duration, Is.EqualTo(1461));
        Assert.That(Panel("time,event\n1461,1\n", new PanelRequest { Unit = TimeUnit.Months }).Alliances.Single().Duration, Is.EqualTo(1461));
        Assert.That(Panel("time,event\n12,1\n", Plain).Readings[1], Is.EqualTo("Durations are read as months (--unit says otherwise)."));
    }

    [Test]
    public void A_decimal_comma_is_one_where_no_comma_separates_fields()
    {
        foreach (var separator in new[] { ";", "\t", "|" })
            Assert.That(Panel($"time{separator}event\n12,5{separator}1\n14{separator}0\n", Plain).Alliances.Select(alliance => alliance.Duration), Is.EqualTo((double[])[12.5, 14]));
        Assert.That(Problems("time;event\n12,5;1\n14.5;0\n", Plain).Single(), Is.EqualTo("1:1 there are numbers with a decimal comma, such as 12,5, and with a point, such as 14.5. Write all of them with a point."));
        Assert.That(Problems("time;event\n1,095;1\n2,010;0\n", Plain).Single(), Is.EqualTo("1:1 1,095 and its like can have decimals or be thousands. Write 1.095 or 1095."));
        Assert.That(Problems("start;end\n1990,5;1995.5\n", Plain).Single(), Does.Contain("Write all of them with a point."));
    }

    [Test]
    public void Groups_whose_names_differ_in_a_letter_are_two_and_one_may_be_called_all()
    {
        var alliances = Panel("time,event,group\n3,1,café\n4,1,cafè\n5,1,all\n6,1,None\n7,1,NA\n", Plain).Alliances;
        Assert.That(alliances.Select(alliance => alliance.Group), Is.EqualTo((string[])["café", "cafè", "all", "None", "not said"]));
        Assert.That(Panel("time,event,group\n3,1,Equity\n4,1,equity\n", Plain).Readings, Does.Contain("Groups that are written nearly alike are kept apart: Equity, equity."));
    }

    [Test]
    public void Everything_that_is_wrong_with_a_table_is_said_at_once_with_its_place()
    {
        var problems = Problems("""
            started,ended,reason,group
            2001-02-30,2003,left,a
            2001,present,left,b
            2002-05,2001-03,,b
            2003-01,x,,c
            """, new PanelRequest { Columns = Named((PanelRole.Cause, "reason")) });
        Assert.That(problems, Is.EqualTo((string[])
        [
            "2:1 started is 2001-02-30; it must be a date such as 2001-03-15, 2001-03 or 2001.",
            "3:2 ended is present: until when were ongoing alliances watched? Say so with --until, such as --until 2003, the last end in the table.",
            "3:3 reason is left; it must be empty, as the alliance goes on.",
            "4:2 ended is 2001-03; it must be no earlier than started, which is 2002-05.",
            "5:2 ended is x; it must be a date such as 2001-03-15, 2001-03 or 2001.",
        ]));
        Assert.That(Problems("started,ended,reason,group\n1999,2000\n\"1999\",20\"00,left,\n", Plain), Is.EqualTo((string[])
        [
            "2:1 the line has 2 fields; it must have 4, as many as there are columns.",
            "3:1 a quotation mark stands inside a field; it must be doubled, and the field be in quotation marks.",
        ]));
    }

    [TestCase("time,event\n-1,maybe\n2,1\n", "2:1 time is -1; it must be a number of 0 or more.", "2:2 event is maybe; it must be 1, true, yes or ended, or else 0, false, no or censored; --ended says which other values mean that it ended.")]
    [TestCase("time,event\n\"3,5\",1\n4,1\n", "2:1 time is 3,5; it must be a number of 0 or more.")]
    [TestCase("time,event\n", ": has no alliances: there is nothing below the names of its columns, time, event.")]
    [TestCase("", ": is empty; it must begin with a line that names its columns.")]
    [TestCase("# a\n\n", ": has nothing but comments; below them it must have a line that names its columns.")]
    [TestCase("a,b\n1,2\n", "1:1 no column has starts. Name columns with --start and --end, or durations with --time and --event; this line, taken for the names of columns, has a, b.")]
    [TestCase("time,Time,event\n1,1,1\n", "1:2 two columns could hold durations: time and Time. Give them names of their own and name one with --time.")]
    [TestCase("start,end\n2001-03-15,34778\n", "2:2 end is 34778; it must be a date such as 2001-03-15, 2001-03 or 2001. --dates excel would read it as 1995-03-20, one of the day numbers of Excel.")]
    public void A_faulty_table_is_refused(string text, params string[] expected) =>
        Assert.That(Problems(text, Plain), Is.EqualTo(expected));

    [Test]
    public void What_is_asked_must_fit_the_table()
    {
        var faulty = new PanelRequest { Columns = Named((PanelRole.Group, "contry")) };
        Assert.That(Problems("time,event,country\n1,1,a\n", faulty).Single(), Is.EqualTo(": --by is contry, which is not a column; the columns are time, event, country. Did you mean country?"));
        Assert.That(Problems("start,end\n2001,2002\n", new PanelRequest { Until = "soon" }).Single(), Is.EqualTo("--until: soon is not a date such as 2001-03-15, 2001-03 or 2001, as starts and ends are."));
        Assert.That(Problems("start,end\n2001,2002\n2003,\n", new PanelRequest { Until = "2002" }).Single(), Is.EqualTo("3:1 start is 2003; it must be no later than --until, which is 2002."));
        Assert.That(Problems("time,cause\n1,left\n", new PanelRequest { EndedValues = ["1"] }).First(), Is.EqualTo("--ended: is given, but no column says which alliances ended; name it with --event. The columns are time, cause."));
    }

    /// <summary>Whatever stands in a table, and whatever is asked, it is read or refused in words.</summary>
    [Test]
    public void No_table_makes_the_reader_fail() => Gen.Select(
        Gen.OneOfConst("start,end,event,cause,group", "time;status;reason;arm;id", "time,event,start,end,group", "signed|ended|event||", "\"start\"\t#\tend\tx\ty"),
        Gen.OneOfConst("", "NA", "1", "0", "2", "-1", "x", "1990", "1990.5", "9999", "99999999", "19900115", "199013", "1990-02-30", "1990-01", "03/04/1990", "13/13/1990", "Mar 1990", "Foo 1990",
            "1990Q4", "32888", "1e300", "-1e300", "2958466", "0001-01-01", "9999-12-31", "2099-12-31", "0000-00-00", "12,5", "1,095", "present", "\"", "a\nb", "#", "1e-9").Array[5].Array[0, 3],
        Gen.OneOfConst<string?>(null, "2000", "2000-12-31", "9999-12-31", "x", "30", "1990.01", "32888"),
        Gen.OneOfConst(null, "dmy", "mdy", "years", "yyyymm", "numbers", "excel", "excel-1904", "spss", "unix-ms"),
        Gen.Int[0, 3], Gen.OneOfConst("x", "none", "1", "9999")).Sample((headings, rows, until, dates, unit, value) =>
    {
        var separator = headings.First(letter => letter is ',' or ';' or '|' or '\t');
        var text = $"{headings}\n{string.Concat(rows.Select(row => $"{string.Join(separator, row)}\n"))}";
        var request = new PanelRequest { Until = until, Dates = dates, Unit = unit == 3 ? null : (TimeUnit)unit, MissingValues = [value], EndedValues = value == "1" ? ["1"] : [] };
        var reading = PanelReader.Read(Write(text), request);
        return (reading.Panel is null) == (reading.Problems.Count > 0)
            && (reading.Panel?.Alliances.All(alliance => alliance.Duration >= 0 && double.IsFinite(alliance.Duration)) ?? true);
    }, iter: 2000);

    [Test]
    public void The_guide_lists_the_names_of_columns_and_the_forms_of_dates()
    {
        var guide = File.ReadAllText(Path.Combine(Documentation.Manual.Root, "docs", "survival.md"));
        foreach (var role in PanelRole.All)
        {
            var cells = guide.Split('\n').Single(line => line.EndsWith($"| `{role.Option}` |", StringComparison.Ordinal)).Split('|');
            Assert.That(cells[2].Split(',').Select(PanelWords.Plain).Where(name => name.Length > 0), Is.EqualTo(role.Names), role.Option);
        }

        Assert.That(PanelReader.DateForms.Where(form => !guide.Contains($"`{form}`", StringComparison.Ordinal) && !guide.Contains($"`--dates {form}`", StringComparison.Ordinal)), Is.Empty);
    }

    private static Dictionary<PanelRole, string> Named(params (PanelRole Role, string Name)[] columns) => columns.ToDictionary(column => column.Role, column => column.Name);

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
        return [.. reading.Problems.Select(problem => problem.File != file ? problem.ToString() : problem.Line == 0 ? problem.ToString()[file.Length..] : problem.ToString()[(file.Length + 1)..])];
    }

    private string Write(string text)
    {
        var file = Path.Combine(_folder, Path.GetRandomFileName());
        File.WriteAllBytes(file, Encoding.UTF8.GetBytes(text));
        return file;
    }
}
