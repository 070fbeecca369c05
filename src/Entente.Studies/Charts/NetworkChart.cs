using System.Globalization;
using Entente.Studies.Results;
using Entente.Worlds;
using ScottPlot;

namespace Entente.Studies.Charts;

/// <summary>The alliances in operation in the first replication at three moments: a row for each arm.</summary>
internal static class NetworkChart
{
    private const int Most = 4;
    private const int MostFirms = 200;

    /// <summary>The chart; null where nobody is allied, or so many firms are there that nobody could tell one from another.</summary>
    public static Sheet? Draw(Readings readings)
    {
        if (readings.Parts("firms").Any(part => part.Column<int>("firm").Any(firm => firm >= MostFirms)))
            return null;
        var first = readings.Parts("runs").First().Column<int>("replication").DefaultIfEmpty(0).Min();
        var last = readings.LastMonth;
        int[] moments = [.. new[] { last / 6, last / 2, last }.Distinct()];
        (int Arm, AllianceHistory Network)[] networks = [.. AllianceHistory.Of(readings, first).Index()];
        // More rows than these fit no page, and without a tie there is nothing to see.
        int Ties(AllianceHistory network) => moments.Sum(month => network.TiesIn(month).Count);
        var arms = networks.Where(arm => Ties(arm.Network) > 0).OrderByDescending(arm => Ties(arm.Network)).Take(Most)
            .OrderBy(arm => arm.Arm).ToArray();
        if (arms.Length == 0)
            return null;
        var order = Order(networks.Select(arm => arm.Network), moments);

        var sheet = new Sheet(Title(readings, networks, last, first),
            $"Alliances in operation in replication {first}. Each dot is a firm, in the same place in all panels, the larger the larger its size at the start; hollow ones are in no alliance. A line joins two firms that are allied, the thicker the more alliances they share.")
            .Note(arms.Length == networks.Length ? "" : $"Arms without a tie at these moments are left out; of the others no more than the {Most} with most ties are drawn.");
        string[] captions = Captions.Of([.. arms.SelectMany(arm => moments.Select(month => $"{readings.Arms[arm.Arm]}, month {Figure.Tick(month)}"))], Sheet.WidthOf(moments.Length), Panel.TitleSize);
        foreach (var (row, (arm, network)) in arms.Index())
            sheet.Row([.. moments.Select((month, column) => Circle(network, order, month, arm, captions[(row * moments.Length) + column]))]);
        return sheet.Tall(360);
    }

    private static Plot Circle(AllianceHistory network, int[] order, int month, int arm, string title)
    {
        var panel = Panel.Empty("", "", title);
        var place = new Dictionary<int, Coordinates>();
        for (var i = 0; i < order.Length; i++)
        {
            var angle = Math.PI / 2 - 2 * Math.PI * i / order.Length;
            place[order[i]] = new Coordinates(Math.Cos(angle), Math.Sin(angle));
        }

        var ties = network.TiesIn(month);
        foreach (var ((one, other), count) in ties.OrderBy(tie => tie.Key))
        {
            var line = panel.Add.Line(place[one], place[other]);
            (line.LineColor, line.LineWidth) = (Ink.Colour(arm).WithAlpha(.75), 1 + count);
        }

        var allied = ties.Keys.SelectMany(tie => new[] { tie.Item1, tie.Item2 }).ToHashSet();
        var crowd = Math.Min(1, 40.0 / order.Length);
        foreach (var firm in order)
        {
            var marker = panel.Add.Marker(place[firm]);
            marker.MarkerStyle = new MarkerStyle(MarkerShape.FilledCircle, (float)((5 + 7 * Math.Sqrt(network.SizeOf(firm))) * (.3 + .7 * crowd)))
            {
                FillColor = allied.Contains(firm) ? Ink.Colour(arm) : Colors.White,
                OutlineColor = allied.Contains(firm) ? Ink.Colour(arm) : Colors.Grey,
                OutlineWidth = 1.2f,
            };
        }

        panel.HideAxesAndGrid();
        panel.Axes.Title.IsVisible = true;
        panel.Axes.Left.MinimumSize = panel.Axes.Right.MinimumSize;
        panel.Axes.SetLimits(-1.2, 1.2, -1.2, 1.2);
        panel.Axes.SquareUnits();
        return panel;
    }

    /// <summary>Firms so placed that allied ones stand near each other: each next one is that with most ties to those placed, latest first.</summary>
    private static int[] Order(IEnumerable<AllianceHistory> networks, int[] moments)
    {
        var ties = new Dictionary<(int, int), int>();
        var firms = new SortedSet<int>();
        foreach (var network in networks)
        {
            firms.UnionWith(network.Firms);
            foreach (var month in moments)
                foreach (var (pair, count) in network.TiesIn(month))
                    ties[pair] = ties.GetValueOrDefault(pair) + count;
        }

        int Ties(int i, int j) => ties.GetValueOrDefault((Math.Min(i, j), Math.Max(i, j)));
        var order = new List<int>();
        while (firms.Count > 0)
        {
            var next = firms.MaxBy(firm => order.TakeLast(12).Select((placed, age) => Ties(firm, placed) * (age + 1.0)).Sum());
            order.Add(next);
            firms.Remove(next);
        }

        return [.. order];
    }

    private static string Title(Readings readings, (int Arm, AllianceHistory Network)[] arms, int last, int replication)
    {
        var counts = arms.Select(arm =>
        {
            var allied = arm.Network.TiesIn(last).Keys.SelectMany(tie => new[] { tie.Item1, tie.Item2 }).Distinct().Count();
            return ((double)allied, $"{Figure.Tick(allied)} of {Figure.Tick(arm.Network.Firms.Count)} firms under {readings.ShortArms[arm.Arm]}");
        });
        return $"Allied in the last month of replication {Figure.Tick(replication)}: {Figure.ByArm([.. counts])}";
    }
}

/// <summary>Who was allied with whom in one replication of one arm, worked out from its alliances and events.</summary>
internal sealed class AllianceHistory
{
    private readonly Dictionary<int, double> _sizes = [];
    private readonly List<(int Alliance, int Signed, int? Ended, List<int> Founders)> _alliances = [];
    private readonly List<(int Month, int? Alliance, int Firm, int? Heir, bool Comes)> _moves = [];

    /// <summary>The history of each arm in a replication.</summary>
    public static AllianceHistory[] Of(Readings readings, int replication)
    {
        var histories = readings.Arms.Select(_ => new AllianceHistory()).ToArray();
        var firms = new ReplicationRows(readings, "firms", replication);
        var (firm, size) = (firms.Column<int>("firm"), firms.Column<double>("size"));
        foreach (var (row, arm) in firms.Arms.Index())
            histories[arm]._sizes[firm[row]] = size[row];

        var alliances = new ReplicationRows(readings, "alliances", replication);
        var (number, members, founders) = (alliances.Column<int>("alliance"), alliances.Column<string>("members"), alliances.Column<int>("size"));
        var (signed, ended) = (alliances.Column<int?>("signedMonth"), alliances.Column<int?>("endedMonth"));
        foreach (var (row, arm) in alliances.Arms.Index())
            if (signed[row] is { } month)
                histories[arm]._alliances.Add((number[row], month, ended[row],
                    [.. members[row].Split(' ').Take(founders[row]).Select(id => int.Parse(id, CultureInfo.InvariantCulture))]));

        var events = new ReplicationRows(readings, "events", replication);
        var (months, kind, why) = (events.Column<int>("month"), events.Column<string>("kind"), events.Column<string>("why"));
        var (alliance, who, other) = (events.Column<int?>("alliance"), events.Column<int?>("firm"), events.Column<int?>("other"));
        foreach (var (row, arm) in events.Arms.Index())
        {
            var moves = histories[arm]._moves;
            if (kind[row] == Words.Of(HappeningKind.Left))
                moves.Add((months[row], alliance[row], who[row]!.Value, null, false));
            else if (kind[row] == Words.Of(HappeningKind.FirmFailed))
                moves.Add((months[row], null, who[row]!.Value, null, false));
            else if (kind[row] == Words.Of(HappeningKind.Applied) && why[row] == "accepted")
                moves.Add((months[row], alliance[row], who[row]!.Value, null, true));
            else if (kind[row] == Words.Of(HappeningKind.Acquired))
                moves.Add((months[row], null, other[row]!.Value, who[row], false));
        }

        return histories;
    }

    /// <summary>All firms.</summary>
    public IReadOnlyCollection<int> Firms => _sizes.Keys;

    /// <summary>Size of a firm at the start.</summary>
    public double SizeOf(int firm) => _sizes[firm];

    /// <summary>Pairs of firms allied at the end of a month, lower number first, with how many alliances in operation they share.</summary>
    public Dictionary<(int, int), int> TiesIn(int month)
    {
        var ties = new Dictionary<(int, int), int>();
        foreach (var (number, signed, ended, founders) in _alliances)
        {
            if (signed > month || ended <= month)
                continue;
            var members = new HashSet<int>(founders);
            foreach (var (when, alliance, firm, heir, comes) in _moves)
            {
                if (when > month || (alliance is not null && alliance != number))
                    continue;
                if (comes)
                    members.Add(firm);
                else if (members.Remove(firm) && heir is { } buyer)
                    members.Add(buyer);
            }

            foreach (var one in members)
                foreach (var another in members)
                    if (one < another)
                        ties[(one, another)] = ties.GetValueOrDefault((one, another)) + 1;
        }

        return ties;
    }
}

/// <summary>The rows of a replication in a table.</summary>
internal sealed class ReplicationRows
{
    private readonly TablePart _part;
    private readonly int[] _rows;

    public ReplicationRows(Readings readings, string table, int replication)
    {
        // Every replication is in the table of runs, perhaps in no other.
        var batch = readings.Parts("runs").TakeWhile(part => !part.Column<int>("replication").Contains(replication)).Count();
        _part = readings.Parts(table).ElementAt(batch);
        var numbers = _part.Column<int>("replication");
        _rows = [.. Enumerable.Range(0, numbers.Length).Where(row => numbers[row] == replication)];
        Arms = Picked(_part.Arms());
    }

    /// <summary>The arm of each row.</summary>
    public int[] Arms { get; }

    /// <summary>A column.</summary>
    public T[] Column<T>(string column) => Picked(_part.Column<T>(column));

    private T[] Picked<T>(T[] values) => Array.ConvertAll(_rows, row => values[row]);
}
