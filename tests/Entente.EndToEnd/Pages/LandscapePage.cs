using System.Globalization;
using System.Text.RegularExpressions;
using static Entente.EndToEnd.Pages.Say;
using static Entente.Tests.Documentation.Manual;

namespace Entente.EndToEnd.Pages;

/// <summary>What docs/landscape.md tells of the cases that come with the program.</summary>
internal static partial class LandscapePage
{
    private static readonly string[] Names = ["unix-1988", "airlines-2001", "risc-1992"];
    private static readonly string[] Betas = ["0.7", "0.9", "1"];
    private static readonly string[] Widths = ["5", "10", "20"];

    public static Dictionary<string, string> Figures()
    {
        var (unix, airlines, risc) = (new Case("unix-1988"), new Case("airlines-2001"), new Case("risc-1992"));
        var otherBetas = Betas.Select(beta => new Case("airlines-2001", $" --beta {beta}")).ToArray();
        return new()
        {
            ["picture"] = Picture("docs/pictures/landscape-unix-1988.svg", unix.Svg, "docs/landscape.md"),
            ["cases"] = Table(["case", "firms", "stable", "lowest right on", "nearest right on", "by chance, one guess", "by chance, all guesses"],
                Names.Select(name => new Case(name)).Select(of => new[]
                {
                    $"`{of.Name}`", of.Fact("firms"), $"{of.Stable.Count} of {Number(of.Of("configurations"))}", List([.. of.Lowest.Select(row => $"{row["firmsRight"]}")]) + $" of {of.Fact("firms")}",
                    $"{of.Nearest["firmsRight"]} of {of.Fact("firms")}", Number(Case.Of("chance", of.Nearest), 3), Number(of.ChanceOfAny, 3),
                })),
            ["unix energies"] = List([.. unix.Stable.Select(row => Number(Case.Of("energy", row), 1)).Distinct()]),
            ["unix alpha"] = Number(unix.Stable.Max(row => Case.Of("alphaLow", row)), 2),
            ["unix varied"] = List([.. Widths.Select(width => Percent(Steady(new Case("unix-1988", $" --vary {width} --draws 10000"))))]),
            ["airlines lowest chance"] = Number(Case.Of("chance", airlines.Lowest.Single()), 2),
            ["airlines lowest basin"] = Percent(Case.Of("basinShare", airlines.Lowest.Single())),
            ["airlines nearest wrong"] = List($"{airlines.Nearest["wrong"]}".Split("; ")),
            ["airlines nearest basin"] = Percent(Case.Of("basinShare", airlines.Nearest)),
            ["airlines alpha"] = Number(Case.Of("alphaLow", airlines.Nearest), 2),
            ["airlines beta"] = Number(Case.Of("betaLow", airlines.Nearest), 2),
            ["airlines other betas"] = List(Betas),
            ["airlines other betas stable"] = List([.. otherBetas.Select(of => $"{of.Stable.Count}")]),
            ["airlines other betas chance"] = List([.. otherBetas.Select(of => Number(of.ChanceOfAny, 2))]),
            ["risc chance"] = Percent(Case.Of("chance", risc.Nearest)),
            ["risc varied"] = Percent(Steady(new Case("risc-1992", " --vary 30"))),
        };
    }

    private static double Steady(Case of) => Case.Of("stableWhenVaried", of.Nearest);

    /// <summary>A case as <c>landscape</c> sees it.</summary>
    private sealed partial class Case(string name, string options = "")
    {
        private readonly Played played = Played.By($"landscape scenarios/landscape/{name}.yaml{options} --out {name}");

        public string Name => name;

        public byte[] Svg => played.File("/landscape.svg");

        public IReadOnlyList<IDictionary<string, object>> Stable => played.Rows("/stable.csv");

        public IEnumerable<IDictionary<string, object>> Lowest => Stable.Where(row => Of("energy", row) == Stable.Min(other => Of("energy", other)));

        public IDictionary<string, object> Nearest => Stable.MaxBy(row => Of("firmsRight", row))!;

        /// <summary>The chance that at least one of as many guesses as are stable is right on as many firms as the nearest.</summary>
        public double ChanceOfAny => double.Parse(
            Any().Match(string.Join(' ', played.Output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))).Groups["chance"].Value, CultureInfo.InvariantCulture);

        public string Fact(string fact) => $"{played.Rows("/about.csv").Single(row => (string)row["fact"] == fact)["value"]}";

        public double Of(string fact) => double.Parse(Fact(fact), CultureInfo.InvariantCulture);

        public static double Of(string column, IDictionary<string, object> row) => double.Parse($"{row[column]}", CultureInfo.InvariantCulture);

        [GeneratedRegex(@"By chance one configuration .* with probability (?:[0-9.]+, and one of these \d+ is with )?(?<chance>[0-9]+\.[0-9]+)\.")]
        private static partial Regex Any();
    }
}
