using System.Globalization;
using Entente.Studies.Charts;
using Entente.Studies.Results;
using Entente.Studies.Statistics;
using Spectre.Console;

namespace Entente.Cli;

/// <summary>Shows how the arms of a result compare: means, paired differences to the first arm, and the same in words.</summary>
internal static class Comparison
{
    private static readonly Style Heading = new(decoration: Decoration.Bold);
    private static readonly Style Better = new(Color.Green);
    private static readonly Style Worse = new(Color.Red);
    private static readonly Style Unclear = new(Color.Grey);

    private const int Padding = 3;
    private const int Edges = 2;
    private const int FigureWidth = 9;
    private const int FewestTogether = 2;

    public static void Show(ResultFolder folder)
    {
        var console = Screen.Output();
        var manifest = folder.Manifest;
        var arms = manifest.Arms.Select(arm => arm.Name).ToArray();
        var outcomes = manifest.Scenario.Outcomes.Select(Outcomes.Of).ToArray();
        var summaries = ArmSummary.Of(folder, manifest.Scenario.Outcomes);

        console.WriteLine(manifest.Scenario.Question, Heading);
        console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{manifest.ReplicationsFinished:N0} replications of each arm, seed {manifest.Seed}. Means:"));
        ShowMeans(console, arms, outcomes, summaries);
        for (var arm = 1; arm < arms.Length; arm++)
            ShowContrast(console, arms[0], arms[arm], outcomes,
                [.. summaries.Select(summary => summary.Comparisons[arm])]);
    }

    private static void ShowMeans(IAnsiConsole console, string[] arms, Outcome[] outcomes, IReadOnlyList<ArmSummary> summaries)
    {
        // As many arms side by side as fit: a name broken over lines cannot be read.
        var room = console.Profile.Width - outcomes.Max(outcome => outcome.Title.Length) - Padding - Edges;
        string[] names = [.. ShortNames.Of(arms, Math.Max(FigureWidth, room / FewestTogether - Padding))];
        var fitting = Math.Max(1, room / (Math.Max(FigureWidth, names.Max(name => name.Length)) + Padding));
        for (var first = 0; first < arms.Length; first += fitting)
        {
            var shown = Enumerable.Range(first, Math.Min(fitting, arms.Length - first)).ToArray();
            var table = Plain("outcome");
            foreach (var arm in shown)
                table.AddColumn(new TableColumn(new Text(names[arm])).RightAligned());
            for (var o = 0; o < outcomes.Length; o++)
                table.AddRow([new Text(outcomes[o].Title), .. shown.Select(arm => new Text(Shown.Of(summaries[o].Means[arm])))]);
            console.Write(table);
        }
    }

    private static void ShowContrast(
        IAnsiConsole console, string reference, string arm, Outcome[] outcomes, PairedComparison[] comparisons)
    {
        console.WriteLine($"{arm} less {reference}, replication by replication:", Heading);
        var table = Plain("outcome");
        foreach (var heading in new[] { "difference", "95% interval", "pairing narrowed by" })
            table.AddColumn(new TableColumn(new Text(heading)).RightAligned());
        for (var o = 0; o < outcomes.Length; o++)
        {
            var c = comparisons[o];
            var style = IsBetter(outcomes[o], c.Verdict) switch
            {
                true => Better,
                false => Worse,
                null => c.Verdict is Verdict.Higher or Verdict.Lower ? Style.Plain : Unclear,
            };
            table.AddRow(new Text(outcomes[o].Title), new Text(Shown.Signed(c.Difference), style), new Text(Interval(c), style), new Text(Narrowed(c)));
        }

        console.Write(table);
        foreach (var (words, which) in InWords(arm, outcomes, comparisons))
            foreach (var line in Lines($"{words}:", which, console.Profile.Width))
                console.WriteLine(line);
        if (comparisons.Any(c => c is { Pairs: > 1, Low: double.NaN, Verdict: not Verdict.Same }))
            console.Say("No interval: the difference is the same in all replications. It counts where so many would agree by luck in fewer than one case of twenty: from six on.");
        console.WriteLine();
    }

    /// <summary>Words and what they are said of, over as many lines as it takes; no outcome is broken over two.</summary>
    private static IEnumerable<string> Lines(string words, string[] which, int width)
    {
        var line = words;
        foreach (var (i, title) in which.Index())
        {
            var next = $" {title}{(i < which.Length - 1 ? "," : ".")}";
            if (line.Length + next.Length > width)
            {
                yield return line;
                line = "   ";
            }

            line += next;
        }

        yield return line;
    }

    private static IEnumerable<(string Words, string[] Which)> InWords(string arm, Outcome[] outcomes, PairedComparison[] comparisons)
    {
        var verdicts = outcomes.Zip(comparisons, (outcome, comparison) => (outcome, comparison.Verdict)).ToArray();
        string[] Which(Func<Outcome, Verdict, bool> holds) =>
            [.. verdicts.Where(v => holds(v.outcome, v.Verdict)).Select(v => v.outcome.Title)];
        var groups = new[]
        {
            ($"{arm} did better on", Which((o, v) => IsBetter(o, v) == true)),
            ($"{arm} did worse on", Which((o, v) => IsBetter(o, v) == false)),
            ($"{arm} has more (neither good nor bad in itself)",
                Which((o, v) => o.Preference == Preference.Neither && v == Verdict.Higher)),
            ($"{arm} has less (neither good nor bad in itself)",
                Which((o, v) => o.Preference == Preference.Neither && v == Verdict.Lower)),
            ("No clear difference", Which((_, v) => v is Verdict.Unclear or Verdict.Same)),
            ("Nothing to compare", Which((_, v) => v == Verdict.None)),
        };
        return groups.Where(group => group.Item2.Length > 0);
    }

    private static bool? IsBetter(Outcome outcome, Verdict verdict) => (outcome.Preference, verdict) switch
    {
        (Preference.MoreIsBetter, Verdict.Higher) or (Preference.LessIsBetter, Verdict.Lower) => true,
        (Preference.MoreIsBetter, Verdict.Lower) or (Preference.LessIsBetter, Verdict.Higher) => false,
        _ => null,
    };

    private static Table Plain(string first)
    {
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumn(new TableColumn(new Text(first)));
        return table;
    }

    private static string Interval(PairedComparison c) =>
        double.IsNaN(c.Low) ? "-" : $"{Shown.Signed(c.Low)} to {Shown.Signed(c.High)}";

    private static string Narrowed(PairedComparison c) =>
        double.IsNaN(c.Narrowing) ? "-" : string.Create(CultureInfo.InvariantCulture, $"{Math.Round(100 * (1 - c.Narrowing)) + 0.0:0}%");
}
