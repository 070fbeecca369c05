using System.Globalization;
using Entente.Observation;

namespace Entente.Studies.Claims;

/// <summary>A number worked out from a recording, beside the columns of the table of runs. NaN where there is nothing to work out.</summary>
/// <param name="Name">What claims call it.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Meaning">What it is.</param>
/// <param name="Of">Works it out.</param>
public sealed record Measure(string Name, string Unit, string Meaning, Func<Recording, double> Of);

/// <summary>The measures that claims may refer to.</summary>
public static class Measures
{
    private const int LateMonths = 60;
    private const int WideDomains = 3;

    /// <summary>All measures.</summary>
    public static IReadOnlyList<Measure> All { get; } =
    [
        new("hazard0to12", "per alliance-month", "Alliances that ended in their first 12 months of operation, over months of operation at that age.", r => Hazard(r, 0, 12)),
        new("hazard12to36", "per alliance-month", "Alliances that ended in months 13 to 36 of operation, over months of operation at that age.", r => Hazard(r, 12, 36)),
        new("hazard36to60", "per alliance-month", "Alliances that ended in months 37 to 60 of operation, over months of operation at that age.", r => Hazard(r, 36, 60)),
        new("hazard60on", "per alliance-month", "Alliances that ended after their 60th month of operation, over months of operation at that age.", r => Hazard(r, 60, int.MaxValue)),
        new("operationMonths", "months", "Mean months in operation of alliances that were signed and have ended.", MeanLife),
        new("trustFallMonths", "months", "Months from peak to trough of the deepest fall of mean trust.", r => TrustFall.Deepest(r.Months)?.Fall ?? double.NaN),
        new("trustReturnMonths", "months", "Months from the trough of the deepest fall until mean trust is back at the peak; where it is not back, the months that were left.", r => TrustFall.Deepest(r.Months)?.Return ?? double.NaN),
        new("sharpFallMonths", "months", "Months of the sharpest fall of mean trust: the largest loss in months of falling in a row.", r => TrustFall.Sharpest(r.Months)?.Fall ?? double.NaN),
        new("sharpReturnMonths", "months", "Months from the end of the sharpest fall until mean trust is back where it began; where it is not back, the months that were left.", r => TrustFall.Sharpest(r.Months)?.Return ?? double.NaN),
        new("lateRivalry", "0 to 1", "Rivalry of members of alliances in operation, mean over the last 60 months.", r => Late(r, month => month.MeanRivalry)),
        new("lateCapability", "0 to 1", "Capability, mean over firms and domains, in the last month.", r => r.Months[^1].MeanCapability),
        new("capabilityGain", "0 to 1", "Capability, mean over firms and domains, in the last month less in the first.", r => r.Months[^1].MeanCapability - r.Months[0].MeanCapability),
        new("stalledShare", "share", "Months of operation in which nothing before live advanced, over all months of operation.", StalledShare),
        new("netPerSigned", "money", "Net value over alliances that were signed.", r => Share(r.Run.NetValue, r.Run.Signed)),
        new("netPerAllianceMonth", "money a month", "Net value over months of operation.", r => Share(r.Run.NetValue, r.Alliances.Sum(a => (double)a.OperationMonths))),
        new("exitsPerAllianceMonth", "per alliance-month", "Members that left of their own will, over months of operation.", r => Share(r.Run.Exits, r.Alliances.Sum(a => (double)a.OperationMonths))),
        new("formedShare", "share", "Alliances that entered negotiation over teams put together.", r => Share(r.Run.Formed, r.Run.Proposed)),
        new("repeatShare", "share", "Share of founding pairs of alliances that entered negotiation that had been in an earlier, signed alliance.", RepeatShare),
        new("repeatOverRandom", "ratio", "repeatShare over what it would be if founding pairs were drawn at random from all pairs of firms.", RepeatOverRandom),
        new("repeatControl", "dial", "contractControl at the end, mean over signed alliances of firms all of which had been allied with each other before.", r => Control(r, repeat: true)),
        new("firstControl", "dial", "contractControl at the end, mean over signed alliances of firms no two of which had been allied before.", r => Control(r, repeat: false)),
        new("clusteringOverDensity", "ratio", "Network clustering over network density: 1 in a random network.", r => Share(r.Run.Clustering, r.Run.Density)),
        new("smallWorldEarly", "ratio", "Clustering over density, mean over the first third of the months.", r => SmallWorld(r, 0)),
        new("smallWorldMiddle", "ratio", "Clustering over density, mean over the second third of the months.", r => SmallWorld(r, 1)),
        new("smallWorldLate", "ratio", "Clustering over density, mean over the last third of the months.", r => SmallWorld(r, 2)),
        new("trustDurationCorrelation", "correlation", "Correlation, over alliances that were signed and have ended, of trust at the end with months in operation.", TrustDuration),
        new("wideAllocentric", "money", "Net value that an allocentric firm (allocentricity above 1/2) won with opportunities of three and more domains: its builds and purchases, and equal parts of the alliances it searched for. Mean over those firms.", r => WideNet(r, allocentric: true)),
        new("wideEgocentric", "money", "The same won by a firm with an allocentricity of 1/2 or less.", r => WideNet(r, allocentric: false)),
    ];

    /// <summary>The names of all measures.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. All.Select(measure => measure.Name)];

    private static double Share(double part, double whole) => whole == 0 ? double.NaN : part / whole;

    private static double Hazard(Recording recording, int from, int to)
    {
        double ended = 0, exposed = 0;
        foreach (var alliance in recording.Alliances)
        {
            if (alliance.SignedMonth is null)
                continue;
            exposed += Math.Clamp(alliance.OperationMonths - from, 0, (double)to - from);
            if (alliance.EndedMonth is not null && alliance.OperationMonths > from && alliance.OperationMonths <= to)
                ended++;
        }

        return Share(ended, exposed);
    }

    private static double MeanLife(Recording recording)
    {
        var lives = recording.Alliances.Where(a => a.SignedMonth is not null && a.EndedMonth is not null).ToArray();
        return Share(lives.Sum(a => (double)a.OperationMonths), lives.Length);
    }

    private static double StalledShare(Recording recording) =>
        Share(recording.Alliances.Sum(a => (double)a.StalledMonths), recording.Alliances.Sum(a => (double)a.OperationMonths));

    private static double Late(Recording recording, Func<MonthRow, double> value) =>
        Mean(recording.Months.Skip(recording.Months.Count - LateMonths).Select(value));

    private static double SmallWorld(Recording recording, int third)
    {
        var length = recording.Months.Count / 3;
        return Mean(recording.Months.Skip(third * length).Take(length).Select(month => Share(month.Clustering, month.Density)));
    }

    private static double Mean(IEnumerable<double> values)
    {
        var there = values.Where(value => !double.IsNaN(value)).ToArray();
        return there.Length == 0 ? double.NaN : there.Average();
    }

    private static double RepeatShare(Recording recording)
    {
        var foundings = Foundings(recording).ToArray();
        return Share(foundings.Sum(founding => (double)founding.Repeats), foundings.Sum(founding => (double)founding.Pairs));
    }

    private static double RepeatOverRandom(Recording recording)
    {
        var pairs = recording.Firms.Count * (recording.Firms.Count - 1) / 2.0;
        var foundings = Foundings(recording).ToArray();
        return Share(foundings.Sum(founding => (double)founding.Repeats), foundings.Sum(founding => founding.Pairs * founding.Together / pairs));
    }

    private static double Control(Recording recording, bool repeat) => Mean(
        from founding in Foundings(recording)
        where founding.Alliance.SignedMonth is not null && founding.Repeats == (repeat ? founding.Pairs : 0)
        select founding.Alliance.ContractControlEnd);

    /// <summary>Alliances in order of formation, with how many pairs of founders there were, how many of them had been in an earlier, signed alliance, and how many pairs of all firms had.</summary>
    private static IEnumerable<(AllianceRow Alliance, int Pairs, int Repeats, int Together)> Foundings(Recording recording)
    {
        var together = new HashSet<(int, int)>();
        foreach (var alliance in recording.Alliances)
        {
            var founders = Firms(alliance.Members).Take(alliance.Size).Order().ToArray();
            var pairs = founders.SelectMany((one, i) => founders.Skip(i + 1).Select(other => (one, other))).ToArray();
            yield return (alliance, pairs.Length, pairs.Count(together.Contains), together.Count);
            if (alliance.SignedMonth is not null)
                together.UnionWith(pairs);
        }
    }

    private static IEnumerable<int> Firms(string members) =>
        members.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(firm => int.Parse(firm, CultureInfo.InvariantCulture));

    private static double TrustDuration(Recording recording)
    {
        var lives = recording.Alliances.Where(a => a.SignedMonth is not null && a.EndedMonth is not null).ToArray();
        return lives.Length < 3
            ? double.NaN
            : MathNet.Numerics.Statistics.Correlation.Pearson(lives.Select(a => a.TrustEnd), lives.Select(a => (double)a.OperationMonths));
    }

    private static double WideNet(Recording recording, bool allocentric)
    {
        var domains = new Dictionary<int, int>();
        foreach (var project in recording.Projects)
            domains[project.Opportunity] = project.Domains;
        var won = new double[recording.Firms.Count];
        foreach (var project in recording.Projects)
            if (project.Alliance is null && project.Domains >= WideDomains)
                won[project.Lead] += project.GrossValue - project.Spent;
        foreach (var alliance in recording.Alliances)
            if (domains.GetValueOrDefault(alliance.Opportunity) >= WideDomains)
                won[alliance.Founder] += alliance.NetValue / alliance.Size;
        return Mean(recording.Firms.Where(firm => firm.Allocentricity > 0.5 == allocentric).Select(firm => won[firm.Firm]));
    }
}
