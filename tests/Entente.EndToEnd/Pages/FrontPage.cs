using Entente.Studies.Statistics;
using static Entente.EndToEnd.Pages.Say;
using static Entente.Tests.Documentation.Manual;

namespace Entente.EndToEnd.Pages;

/// <summary>What the first command of README.md gives.</summary>
internal static class FrontPage
{
    private const string Tight = "tight-contract";
    private const string Fair = "fair-process";

    public static Dictionary<string, string> Figures()
    {
        var telco = Played.By("run scenarios/telco-disruption.yaml");
        return new()
        {
            ["picture"] = Picture("docs/pictures/survival.svg", telco.File("/charts/survival.svg"), "README.md"),
            ["replications"] = Number(telco.Result.Manifest.ReplicationsFinished),
            ["table"] = Table(["", "tight contract", "fair process", "difference (95% interval)"],
            [
                ["income of all firms", Mean(Tight, "income"), Mean(Fair, "income"), OfIncome("income", "")],
                ["net value of alliances", Mean(Tight, "netValue"), Mean(Fair, "netValue"), OfIncome("netValue", " of income")],
                ["alliances with a net value above 0 by five years", .. Shares("success60")],
                ["the same by ten years", .. Shares("success120")],
                ["of those that ended, ended because a member left", Percent(Left(Tight)), Percent(Left(Fair)), ""],
            ]),
        };

        string Mean(string arm, string outcome) => Number(telco.Mean(arm, outcome));

        double[] Of(string arm, string outcome)
        {
            var arms = telco.Result.Column<string>("runs", "arm");
            return [.. telco.Result.Column<double>("runs", outcome).Where((_, row) => arms[row] == arm)];
        }

        string OfIncome(string outcome, string what)
        {
            var (share, low, high) = Ratio([.. Of(Fair, outcome).Zip(Of(Tight, outcome), (fair, tight) => fair - tight)], Of(Tight, "income"));
            return $"{SignedPercent(share, 2)}{what} ({SignedPercent(low, 2)} to {SignedPercent(high, 2)})";
        }

        string[] Shares(string outcome) => [Percent(telco.Mean(Tight, outcome)), Percent(telco.Mean(Fair, outcome)), Points(telco.Difference(Fair, outcome))];

        static string Points(PairedComparison difference) =>
            $"{Signed(100 * difference.Difference)} points ({Signed(100 * difference.Low)} to {Signed(100 * difference.High)})";

        double Left(string arm)
        {
            var arms = telco.Result.Column<string>("alliances", "arm");
            var signed = telco.Result.Column<int?>("alliances", "signedMonth");
            var ended = telco.Result.Column<int?>("alliances", "endedMonth");
            var endings = telco.Result.Column<string>("alliances", "ending")
                .Where((_, row) => arms[row] == arm && signed[row] is not null && ended[row] is not null).ToArray();
            return (double)endings.Count(ending => ending == "left") / endings.Length;
        }
    }
}
