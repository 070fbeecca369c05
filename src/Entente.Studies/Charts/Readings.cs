using System.Globalization;
using Entente.Studies.Results;

namespace Entente.Studies.Charts;

/// <summary>What pictures show of a result. Tables are read part by part, and only what is drawn is kept.</summary>
internal sealed class Readings
{
    // More would change no picture, and fill the memory of whoever looks at a large study.
    private const int Most = 1000;
    private const int LongestInTitle = 32;

    private readonly ResultFolder _folder;
    private readonly int _batches;
    private readonly Lazy<int> _lastMonth;
    private readonly Lazy<IReadOnlyList<AllianceLife>[]> _alliances;

    /// <summary>Reads a result.</summary>
    public Readings(ResultFolder folder)
    {
        _folder = folder;
        _batches = Math.Min(folder.Batches, Math.Max(1, Most / folder.Manifest.BatchSize));
        _lastMonth = new(() => Parts("months").Select(part => part.Column<int>("month").DefaultIfEmpty(0).Max()).Max());
        _alliances = new(Lives);
        Arms = [.. folder.Manifest.Arms.Select(arm => arm.Name)];
        ShortArms = ShortNames.Of(Arms, LongestInTitle);
    }

    /// <summary>Names of the arms, in order.</summary>
    public IReadOnlyList<string> Arms { get; }

    /// <summary>Names of the arms, short enough for titles.</summary>
    public IReadOnlyList<string> ShortArms { get; }

    /// <summary>What pictures say that draw all arms in one panel, but not more than can be told apart; nothing where all are drawn.</summary>
    public string NotDrawn => Arms.Count <= Ink.Most ? "" : string.Create(CultureInfo.InvariantCulture, $"The first {Ink.Most} of {Arms.Count} arms are drawn.");

    /// <summary>Replications that pictures show: those that were finished, or the first batches of them.</summary>
    public int Replications => (int)Math.Min(_folder.Manifest.ReplicationsFinished, (long)_batches * _folder.Manifest.BatchSize);

    /// <summary>What pictures leave out, as a sentence; nothing where they show all.</summary>
    public string LeftOut => Replications == _folder.Manifest.ReplicationsFinished ? "" : string.Create(CultureInfo.InvariantCulture,
        $"Drawn from the first {Replications:N0} of {_folder.Manifest.ReplicationsFinished:N0} replications.");

    /// <summary>The last month of any arm.</summary>
    public int LastMonth => _lastMonth.Value;

    /// <summary>The parts of a table that pictures show.</summary>
    public IEnumerable<TablePart> Parts(string table) => Enumerable.Range(0, _batches).Select(batch => _folder.Part(table, batch));

    /// <summary>The alliances of an arm.</summary>
    public IReadOnlyList<AllianceLife> Alliances(int arm) => _alliances.Value[arm];

    /// <summary>A column of the table of months, by arm and month: the values of all replications, those that do not exist left out.</summary>
    public double[][][] Monthly(string column) => Monthly(part => part.Column<double>(column));

    /// <summary>The same of numbers worked out from the table of months.</summary>
    /// <param name="of">The numbers of a part, row by row.</param>
    public double[][][] Monthly(Func<TablePart, double[]> of)
    {
        var byArm = Arms.Select(_ => new List<List<double>>()).ToArray();
        foreach (var part in Parts("months"))
        {
            var (arms, months, values) = (part.Arms(), part.Column<int>("month"), of(part));
            for (var row = 0; row < values.Length; row++)
            {
                var byMonth = byArm[arms[row]];
                while (byMonth.Count <= months[row])
                    byMonth.Add(new List<double>(Replications));
                if (!double.IsNaN(values[row]))
                    byMonth[months[row]].Add(values[row]);
            }
        }

        return [.. byArm.Select(byMonth => byMonth.Select(values => values.ToArray()).ToArray())];
    }

    private IReadOnlyList<AllianceLife>[] Lives()
    {
        var lives = Arms.Select(_ => new List<AllianceLife>()).ToArray();
        foreach (var part in Parts("alliances"))
        {
            var arms = part.Arms();
            var (proposed, negotiated, operated) = (part.Column<int>("proposedMonth"), part.Column<int>("negotiationMonths"), part.Column<int>("operationMonths"));
            var (signed, live, ended) = (part.Column<int?>("signedMonth"), part.Column<int?>("liveMonth"), part.Column<int?>("endedMonth"));
            var endings = part.Column<string>("ending");
            for (var row = 0; row < arms.Length; row++)
                lives[arms[row]].Add(new(proposed[row], signed[row], live[row], ended[row], negotiated[row], operated[row], endings[row]));
        }

        return lives;
    }
}

/// <summary>The life of an alliance, as the table of alliances has it.</summary>
/// <param name="Proposed">Month of its proposal.</param>
/// <param name="Signed">Month in which it was signed.</param>
/// <param name="Live">Month from which a project of it was live.</param>
/// <param name="Ended">Month in which it ended.</param>
/// <param name="Negotiated">Months of negotiation.</param>
/// <param name="Operated">Months of operation.</param>
/// <param name="Ending">Why it ended.</param>
internal readonly record struct AllianceLife(int Proposed, int? Signed, int? Live, int? Ended, int Negotiated, int Operated, string Ending);
