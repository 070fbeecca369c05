using System.Text.RegularExpressions;
using System.Xml.Linq;
using CsCheck;
using Entente.Observation;
using Entente.Randomness;
using Entente.Studies.Reports;
using Entente.Studies.Results;
using NUnit.Framework;

namespace Entente.Tests.Studies.Reports;

/// <summary>The page is sound, stands alone, and is the same whenever it is written.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class PageTests : IDisposable
{
    private const string Hostile = "</style><script>alert('1 & 2')</script><img src=x onerror=\"x\">";

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Test]
    public void Every_part_is_there_in_the_order_a_reader_wants_it()
    {
        var page = Toy.Page(Toy.Written(folder));
        Assert.That(page.Descendants("section").Select(section => (string?)section.Attribute("id")),
            Is.EqualTo("answer outcomes pictures parameters reading citing".Split(' ')));
        Assert.That(page.Descendants("h1").Single().Value, Is.EqualTo("toy"));
        Assert.That(page.Descendants("aside").Single().Value, Does.EndWith("The second arm earns more."));
        Assert.That(Toy.ById(page, "answer").Value, Does.Contain("fair-process did better than tight-contract on income"));
        Assert.That(page.Root!.Attribute("lang")!.Value, Is.EqualTo("en"));
    }

    [Test]
    public void Nothing_is_fetched_from_anywhere()
    {
        var page = Toy.Page(Toy.Written(folder));
        var policy = page.Descendants("meta").Single(meta => (string?)meta.Attribute("http-equiv") == "Content-Security-Policy");
        Assert.That(policy.Attribute("content")!.Value, Is.EqualTo("default-src 'none'; style-src 'unsafe-inline'; img-src data:"));
        Assert.That(page.Descendants().Select(e => e.Name.LocalName), Has.None.AnyOf([.. "script link iframe object embed base form".Split(' ')]));
        var links = page.Descendants().Attributes().Where(a => a.Name.LocalName is "href" or "src" or "srcset" or "action" or "data").Select(a => a.Value).ToArray();
        Assert.That(links, Has.Length.GreaterThanOrEqualTo(6).And.All.Match("^(#|data:)"));
        var styles = page.Descendants().Attributes().Select(a => a.Value).Concat(page.Descendants().Where(e => e.Name.LocalName == "style").Select(e => e.Value));
        foreach (var style in styles)
        {
            Assert.That(style, Does.Not.Contain("@import"));
            Assert.That(Regex.Matches(style, @"url\((.)").Select(match => match.Groups[1].Value), Is.All.EqualTo("#"));
        }
    }

    [Test]
    public void Identifiers_are_there_once_and_all_that_is_referred_to_is_there()
    {
        var page = Toy.Page(Toy.Written(folder));
        var ids = page.Descendants().Attributes("id").Select(a => a.Value).ToArray();
        Assert.That(ids, Is.Unique);
        Assert.That(ids, Has.Some.StartsWith("picture-1-").And.Some.StartsWith("picture-2-"));
        var attributes = page.Descendants().Attributes().ToArray();
        var referred = attributes.Where(a => a.Name.LocalName is "aria-labelledby" or "aria-describedby").SelectMany(a => a.Value.Split(' '))
            .Concat(attributes.Where(a => a.Name.LocalName == "href").Select(a => a.Value[1..]))
            .Concat(attributes.SelectMany(a => Regex.Matches(a.Value, @"url\(#([^)]+)\)").Select(match => match.Groups[1].Value))).Distinct().ToArray();
        Assert.That(referred, Has.Length.GreaterThan(20));
        Assert.That(referred, Is.SubsetOf(ids));
    }

    [Test]
    public void Tables_headings_and_pictures_can_be_followed_without_seeing_them()
    {
        var page = Toy.Page(Toy.Written(folder));
        var headers = page.Descendants("th").ToArray();
        Assert.That(headers, Has.Length.GreaterThan(100));
        Assert.That(headers.Select(th => (string?)th.Attribute("scope")), Is.All.AnyOf("row", "col"));
        Assert.That(page.Descendants("table").Select(table => table.Elements().First().Name.LocalName), Is.All.EqualTo("caption"));
        var levels = page.Descendants().Where(e => Regex.IsMatch(e.Name.LocalName, "^h[1-6]$")).Select(e => e.Name.LocalName[1] - '0').ToArray();
        Assert.That(levels[0], Is.EqualTo(1));
        Assert.That(levels.Skip(1), Has.None.EqualTo(1));
        Assert.That(levels.Zip(levels.Skip(1), (above, below) => below - above), Is.All.LessThanOrEqualTo(1));
        foreach (var picture in page.Descendants("figure").Select(figure => figure.Descendants().First(e => e.Name.LocalName == "svg")))
        {
            Assert.That((string?)picture.Attribute("role"), Is.EqualTo("img"));
            Assert.That(picture.Elements().Take(2).Select(e => e.Name.LocalName), Is.EqualTo("title desc".Split(' ')));
            Assert.That(picture.Elements().Take(2).Select(e => e.Value), Is.All.Not.Empty);
        }
    }

    [Test]
    public void Nothing_empty_is_written_as_if_it_closed_itself()
    {
        // A browser reads <td/> as <td>, and everything after it as part of it.
        var source = Report.Page(Toy.Written(folder));
        var outside = Regex.Replace(source, "<svg.*?</svg>", "", RegexOptions.Singleline);
        Assert.That(Regex.Matches(outside, "<([a-z0-9]+)[^>]*/>").Select(match => match.Groups[1].Value).Distinct(), Is.EqualTo("meta".Split(' ')));
        Assert.That(source, Does.StartWith("<!DOCTYPE html>\n").And.EndWith("</html>\n"));
        Assert.That(source, Does.Not.Contain("\r"));
    }

    [Test]
    public void Names_and_texts_are_shown_and_never_run()
    {
        var text = $"# {Hostile}\n{Toy.Text}";
        var results = Toy.Written(folder, arms: [Hostile, $"2 {Hostile}"], text: text, question: $"{Hostile}\u0001\uD800?", overrides: [$"x={Hostile}"]);
        var page = Toy.Page(results);
        Assert.That(page.Descendants().Select(e => e.Name.LocalName), Has.None.AnyOf("script", "img"));
        Assert.That(Toy.ById(page, "answer").Value, Does.Contain($"2 {Hostile} did better than {Hostile} on income"));
        Assert.That(page.Descendants("p").First(p => (string?)p.Attribute("class") == "question").Value, Is.EqualTo($"{Hostile}\uFFFD\uFFFD?"));
        Assert.That(Toy.ById(page, "parameters").Descendants("pre").Single().Value, Is.EqualTo(text));
    }

    /// <summary>
    /// With two replications intervals are those of Cauchy's distribution: 12.706 standard errors to either side, and 917 where 72 of them are to hold together,
    /// 1 / tan(.05 pi / 144). Differences of 1 and 3 have a mean of 2 and a standard error of 1.
    /// </summary>
    [Test]
    public void Many_intervals_over_two_replications_have_their_quantile()
    {
        var results = Toy.Written(folder, arms: [.. Enumerable.Range(0, 25).Select(arm => $"arm-{arm}")], replications: 2, row: (arm, replication) => new RunRow
        {
            Income = arm == 0 ? 0 : 1 + (2 * replication) + (1e6 * (arm == 24 ? 1 : 0)),
            NetValue = arm,
            MonthsToOperation = arm == 0 || replication == 0 ? double.NaN : 5,
            Formed = 1,
        });
        var rows = Toy.ById(Toy.Page(results), "differences-24").Descendants("tr").Select(row => row.Elements().Select(cell => cell.Value).Take(5).ToArray()).ToArray();
        Assert.That(rows[1], Is.EqualTo((string[])["income", "+1,000,002", "+999,989 to +1,000,015", "better", "yes"]));
        Assert.That(rows[2], Is.EqualTo((string[])["net value", "+24.00", "\u2013", "not told apart", "\u2013"]), "two that agree may be luck, and give no interval");
        Assert.That(rows[3], Is.EqualTo((string[])["months to operation", "\u2013", "\u2013", "nothing to compare", "\u2013"]));
        Assert.That(Toy.ById(Toy.Page(results), "differences-1").Descendants("tr").ElementAt(1).Elements().Select(cell => cell.Value).Take(3),
            Is.EqualTo((string[])["income", "+2", "\u221211 to +15"]));
    }

    /// <summary>Whatever exists and whatever does not: no page fails for want of data, and none shows what is no number.</summary>
    [Test]
    public void No_page_fails_for_want_of_data() => Gen.Select(Gen.Int[1, 13], Gen.Int[1, 3], Gen.Int).Sample(
        (arms, replications, seed) =>
        {
            using var own = new TemporaryFolder();
            double Value(int arm, uint replication, int outcome) => new Draws((uint)seed, replication).At(Process.Firm, arm, outcome).Below(6) switch
            {
                0 or 1 => double.NaN,
                2 => 0,
                3 => 0.1 * outcome,
                4 => 1e15,
                _ => new Draws((uint)seed, replication).At(Process.Ideas, arm, outcome).Normal(),
            };
            var results = Toy.Written(own, arms: [.. Enumerable.Range(0, arms).Select(arm => $"arm-{arm}")], replications: replications, row: (arm, replication) => new RunRow
            {
                Income = Value(arm, replication, 1),
                NetValue = Value(arm, replication, 2),
                MonthsToOperation = Value(arm, replication, 3),
                Formed = arm % 2,
            });
            var words = Toy.Page(results).Descendants().Where(e => !e.HasElements && e.Name.LocalName is "td" or "p" or "li" or "span").Select(e => e.Value).ToArray();
            return Array.TrueForAll(words, word => !word.Contains("NaN", StringComparison.Ordinal) && !word.Contains('\u221E') && !word.Contains("Infinity", StringComparison.Ordinal));
        },
        iter: 15, threads: 1);

    [Test]
    public void The_same_result_gives_the_same_bytes()
    {
        var results = Toy.Written(folder);
        Report.Write(results, folder.At("one.html"));
        Report.Write(ResultFolder.Open(folder.At("run")), folder.At("two.html"));
        Assert.That(File.ReadAllBytes(folder.At("two.html")), Is.EqualTo(File.ReadAllBytes(folder.At("one.html"))));
        Assert.That(File.ReadAllText(folder.At("one.html")), Is.EqualTo(Report.Page(results)));
    }

    [Test]
    public void A_result_that_is_not_complete_says_so_before_anything_else()
    {
        Toy.Written(folder);
        var manifest = File.ReadAllText(folder.At("run", "manifest.json"));
        File.WriteAllText(folder.At("run", "manifest.json"), manifest
            .Replace("\"complete\": true", "\"complete\": false", StringComparison.Ordinal)
            .Replace("\"replicationsAsked\": 4", "\"replicationsAsked\": 100", StringComparison.Ordinal));
        var page = Toy.Page(ResultFolder.Open(folder.At("run")));
        Assert.That(page.Descendants("section").First().Value.Trim(), Is.EqualTo(
            "This result is not complete. The run was stopped when 4 of 100 replications were finished; this page is about those."));
        Assert.That(Toy.ById(page, "citing").Value, Does.Contain("not complete"));
    }

    [Test]
    public void A_result_with_a_table_that_is_not_the_one_the_run_left_makes_no_page()
    {
        var results = Toy.Written(folder);
        Toy.Written(folder, "other", replications: 3);
        File.Copy(folder.At("other", "firms", "00000.parquet"), folder.At("run", "firms", "00000.parquet"), overwrite: true);
        Assert.That(Assert.Throws<ResultsUnreadable>(() => Report.Page(results))!.Message, Does.Contain("00000.parquet is not the file that the manifest describes: its SHA-256 differs."));
    }

    [Test]
    public void An_outcome_of_another_version_is_named()
    {
        Toy.Written(folder);
        var manifest = File.ReadAllText(folder.At("run", "manifest.json"));
        File.WriteAllText(folder.At("run", "manifest.json"), manifest.Replace("\"netValue\"", "\"goodwill\"", StringComparison.Ordinal));
        var fault = Assert.Throws<ResultsUnreadable>(() => Report.Page(ResultFolder.Open(folder.At("run"))))!;
        Assert.That(fault.Message, Does.EndWith("shows the outcome goodwill, which this version of the program does not know."));
    }

    [Test]
    public void A_report_is_replaced_and_other_files_are_not()
    {
        var results = Toy.Written(folder);
        Report.Write(results, folder.At("pages", "report.html"));
        Assert.That(Report.InTheWay(folder.At("pages", "report.html")), Is.Null);
        Assert.That(Report.InTheWay(folder.At("pages", "new.html")), Is.Null);
        Assert.That(Report.InTheWay(folder.At("run", "manifest.json")), Is.EqualTo($"{folder.At("run", "manifest.json")} is there already and is not a report; choose another name."));
        Assert.That(Report.InTheWay(folder.At("run")), Does.Contain("is a folder"));
        Assert.That(Directory.EnumerateFileSystemEntries(folder.At("pages")).Select(Path.GetFileName), Is.EqualTo("report.html".Split(' ')));
    }

    [Test]
    public void A_page_that_cannot_be_written_leaves_nothing()
    {
        var results = Toy.Written(folder);
        File.WriteAllText(folder.At("file"), "");
        Directory.CreateDirectory(folder.At("taken"));
        Assert.Throws<ResultsNotWritable>(() => Report.Write(results, folder.At("file", "report.html")));
        Assert.Throws<ResultsNotWritable>(() => Report.Write(results, folder.At("taken")));
        Assert.That(Directory.EnumerateFileSystemEntries(folder.Root).Select(Path.GetFileName), Is.EquivalentTo("file run taken".Split(' ')));
    }
}
