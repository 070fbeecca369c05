using System.Globalization;
using System.Text;
using static Entente.EndToEnd.Pages.Say;

namespace Entente.EndToEnd.Pages;

/// <summary>What the two sweeps of docs/studies.md show, in the words of the program.</summary>
internal static class StudiesPage
{
    public static Dictionary<string, string> TableOne()
    {
        var sweep = Played.By("sweep scenarios/table-1.yaml");
        return new()
        {
            ["answer"] = Answer(sweep),
            ["shares"] = Table(["row", "share of the whole difference in income (95% interval)", "switched alone", "switched last"],
                sweep.Rows("-shares.csv").Select(row => new[]
                {
                    $"{row["of"]}", $"{Of(row, "share")} ({Of(row, "share low")} to {Of(row, "share high")})", Of(row, "alone"), Of(row, "last"),
                })),
        };

        static string Of(IDictionary<string, object> row, string column) => Signed(double.Parse($"{row[column]}", CultureInfo.InvariantCulture));
    }

    public static Dictionary<string, string> ExitAndStorm() => new() { ["answer"] = Answer(Played.By("sweep scenarios/exit-and-storm.yaml")) };

    private static string Answer(Played sweep) =>
        $"```\n{string.Join('\n', Encoding.UTF8.GetString(sweep.File(".txt")).TrimEnd().Split('\n').SelectMany(Lines))}\n```\n\n{sweep.Origin}";

    /// <summary>A sentence over lines that are read without scrolling.</summary>
    private static IEnumerable<string> Lines(string sentence)
    {
        const int Width = 110;
        var line = "";
        foreach (var word in sentence.Split(' '))
        {
            if (line.Length + word.Length >= Width)
            {
                yield return line;
                line = "  ";
            }

            line += line.Trim().Length == 0 ? word : $" {word}";
        }

        yield return line;
    }
}
