using System.Globalization;
using Entente.Scenarios;
using Entente.Studies.Charts;
using Entente.Studies.Comparisons;
using Entente.Studies.Statistics;
using Spectre.Console;

namespace Entente.Cli;

/// <summary>Shows what paired replications say of differences between arms, a sentence for each and the numbers behind it.</summary>
internal static class ComparisonReport
{
    private static readonly Style Bold = new(decoration: Decoration.Bold);

    private const int Padding = 3;
    private const int Edges = 2;
    private const int WidestName = 24;

    public static void Show(IAnsiConsole console, Scenario scenario, PairedStudyOptions options, PairedResult result)
    {
        var (title, reference) = (Title(options.Outcome), scenario.Arms[options.Reference].Name);
        console.Say(scenario.Question, Bold);
        console.Say($"{Count(result.Replications)} replications of each arm, seed {scenario.Seed.ToString(CultureInfo.InvariantCulture)}; looked at every {PairedStudy.Look}. Intervals hold whenever one looks, all {Count(Statements(options))} statements together with {Share(options.Confidence)}.");
        console.WriteLine();
        foreach (var contrast in result.Contrasts)
            console.Say(Sentence(contrast, title, reference, options), Bold);

        List<(string What, Func<Contrast, string> Value)> rows =
        [
            ("difference", c => Shown.Signed(c.Difference.Value)),
            ("whenever one looks", c => Interval(c.Difference)),
            ("t, if fixed before", c => Interval(c.Fixed)),
            ("bootstrap, if fixed before", c => Interval(c.Bootstrapped)),
            ("effect size (Cohen's d)", c => Shown.Of(c.Effect)),
            ("worlds with more", c => double.IsNaN(c.ShareMore.Value) ? "-" : $"{Share(c.ShareMore.Value)} ({Share(c.ShareMore.Low)} to {Share(c.ShareMore.High)})"),
            ("variance ratio of pairing", c => Shown.Of(c.Reduction)),
            ("twin worlds part in month", c => c.Diverged is { } months ? $"{Shown.Count((long)months.Median)} ({months.First} to {months.Last})" : "never"),
        ];
        if (result.Contrasts.Any(c => c.LeftOut > 0))
            rows.Add(("replications left out", c => Count(c.LeftOut)));

        // As many arms side by side as fit: what is broken over lines cannot be read.
        var room = console.Profile.Width - rows.Max(row => row.What.Length) - Padding - Edges;
        var names = ShortNames.Of([.. result.Contrasts.Select(contrast => contrast.Arm)], WidestName);
        var widest = result.Contrasts.Zip(names).Max(column => Math.Max(column.Second.Length, rows.Max(row => row.Value(column.First).Length)));
        foreach (var columns in result.Contrasts.Zip(names).Chunk(Math.Max(1, room / (widest + Padding))))
        {
            var table = new Table { Border = TableBorder.Simple };
            table.AddColumn(new TableColumn(new Text($"{title} less {ShortNames.Of([reference], WidestName)[0]}'s")));
            foreach (var (_, name) in columns)
                table.AddColumn(new TableColumn(new Text(name)) { NoWrap = true }.RightAligned());
            foreach (var (what, value) in rows)
                table.AddRow([new Text(what), .. columns.Select(column => new Text(value(column.First)))]);
            console.Write(table);
        }

        console.Say("The two intervals in the middle hold only where the number of replications was fixed beforehand; here it was not. Pairing: independent worlds would need so many times the replications as the variance ratio says.");
    }

    public static void ShowPlan(IAnsiConsole console, Scenario scenario, PairedStudyOptions options, PairedResult pilot, double rate)
    {
        var (title, reference) = (Title(options.Outcome), scenario.Arms[options.Reference].Name);
        console.Say(scenario.Question, Bold);
        console.Say($"From a pilot of {Count(pilot.Replications)} replications, {Shown.Of(rate)} a second here: how many replications of each arm answer which difference in {title} to {reference}. {Share(1 - options.Confidence)} error over all arms.");
        var alpha = (1 - options.Confidence) / options.Others.Count;
        foreach (var (i, arm) in options.Others.Index())
        {
            console.WriteLine();
            console.WriteLine($"{scenario.Arms[arm].Name}:", Bold);
            var table = new Table { Border = TableBorder.Simple };
            foreach (var (column, heading) in ((string[])["difference", "of the mean", "known anytime", "time", "t, 80% power", "90% power"]).Index())
                table.AddColumn(column == 0 ? new TableColumn(new Text(heading)) : new TableColumn(new Text(heading)).RightAligned());
            foreach (var line in PowerPlan.Of(pilot.Values[0], pilot.Values[i + 1], options.Within, alpha))
            {
                table.AddRow(new Text(Shown.Of(line.Difference)), new Text($"{(100 * line.Share).ToString("0.##", CultureInfo.InvariantCulture)}%"), new Text(Count(line.Anytime)),
                    new Text(line.Anytime is { } count ? Time(count / rate) : "-"), new Text(Count(line.Power80)), new Text(Count(line.Power90)));
            }

            console.Write(table);
        }

        console.Say("Known anytime: replications until compare knows the difference to so much, however often it looks. t: replications, fixed beforehand, with which a t test finds such a difference with so much power.");
    }

    private static string Sentence(Contrast c, string title, string reference, PairedStudyOptions options)
    {
        var within = options.Within.Relative ? $"{(100 * options.Within.Value).ToString("0.##", CultureInfo.InvariantCulture)}% of {reference}'s mean" : Shown.Of(options.Within.Value);
        var amount = options.Within.Relative ? $"{within} ({Shown.Of(c.Within)})" : within;
        if (c.Pairs < 2)
            return $"{c.Arm}: {title} exists in too few worlds to compare.";
        var direction = c.Difference.Value >= 0 ? "more" : "less";
        var found = $"{c.Arm}: {title} is {Shown.Of(Math.Abs(c.Difference.Value))} {direction} than {reference}'s ({Shown.Signed(c.Difference.Low)} to {Shown.Signed(c.Difference.High)})";
        return c.State switch
        {
            ContrastState.Small => $"{c.Arm}: {title} differs from {reference}'s by less than {amount}: by {Shown.Signed(c.Difference.Value)} ({Shown.Signed(c.Difference.Low)} to {Shown.Signed(c.Difference.High)}).",
            ContrastState.Known => $"{found}, known to {amount}.",
            _ => $"{found}: not decided to {amount} after {Count(c.Pairs)} replications; {(c.Needed is { } needed ? $"about {Count(Rounded(needed))} would do." : "no number of them would do.")}",
        };
    }

    // As many statements as differences, and one for each mean that a share is taken of.
    private static int Statements(PairedStudyOptions options) => options.Others.Count * (options.Within.Relative ? 2 : 1);

    private static string Title(string outcome) => Outcomes.All.FirstOrDefault(of => of.Column == outcome)?.Title ?? outcome;

    private static int Rounded(int needed)
    {
        var step = (int)Math.Pow(10, Math.Max(0, (int)Math.Log10(needed) - 1));
        return (int)Math.Min(int.MaxValue, Math.Ceiling((double)needed / step) * step);
    }

    private static string Time(double seconds) => seconds switch
    {
        < 90 => $"{Shown.Count((long)seconds)} s",
        < 5400 => $"{Shown.Count((long)seconds / 60)} min",
        _ => $"{Shown.Of(seconds / 3600)} h",
    };

    private static string Interval(Estimate e) => double.IsFinite(e.Low) ? $"{Shown.Signed(e.Low)} to {Shown.Signed(e.High)}" : "-";

    private static string Count(int? count) => count?.ToString("N0", CultureInfo.InvariantCulture) ?? "-";

    private static string Share(double share) => $"{(100 * share).ToString("0.##", CultureInfo.InvariantCulture)}%";

}
