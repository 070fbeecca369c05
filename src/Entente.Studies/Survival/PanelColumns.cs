using System.Globalization;
using Entente.Scenarios;
using Entente.Studies.Tables;

namespace Entente.Studies.Survival;

/// <summary>
/// Which column of a table has which role: those that were named and, where none was, those that have a common name and values that fit. Every role
/// is settled by the same rules.
/// </summary>
internal sealed class PanelColumns
{
    /// <summary>Groups, or causes, that a report can hold.</summary>
    public const int MostLabels = 20;

    private readonly Table table;
    private readonly PanelRequest request;
    private readonly ICollection<Problem> problems;
    private readonly Dictionary<PanelRole, int> taken = [];
    private readonly HashSet<PanelRole> guessed = [];
    private readonly List<PanelRole> covariates = [];
    private readonly List<string> passedOver = [];

    private PanelColumns(Table table, PanelRequest request, ICollection<Problem> problems) => (this.table, this.request, this.problems) = (table, request, problems);

    /// <summary>Why columns with common names were not taken.</summary>
    public IReadOnlyList<string> PassedOver => passedOver;

    /// <summary>The names of the columns, by their roles; covariates are not among them.</summary>
    public IReadOnlyDictionary<PanelRole, string> Names => taken.Where(column => !covariates.Contains(column.Key)).ToDictionary(column => column.Key, column => table.Headings[column.Value]);

    /// <summary>The roles of the covariates, in the order in which they were named.</summary>
    public IReadOnlyList<PanelRole> Covariates => covariates;

    /// <summary>Settles the columns of a table; null where there is a problem.</summary>
    public static PanelColumns? Choose(Table table, PanelRequest request, ICollection<Problem> problems)
    {
        var columns = new PanelColumns(table, request, problems);
        var before = problems.Count;
        foreach (var role in PanelRole.All)
            if (request.Columns.GetValueOrDefault(role) is { } name)
                columns.Name(role, name);
        foreach (var name in request.Covariates)
            columns.NameCovariate(name);
        if (problems.Count == before)
            columns.Find();
        return problems.Count == before ? columns : null;
    }

    /// <summary>Whether some column has a role.</summary>
    public bool Has(PanelRole role) => taken.ContainsKey(role);

    /// <summary>Whether the column of a role was found by its name, and not named.</summary>
    public bool Guessed(PanelRole role) => guessed.Contains(role);

    /// <summary>The name of the column that has a role, as messages show it.</summary>
    public string NameOf(PanelRole role) => Table.Shown(HeadingOf(role));

    /// <summary>The same as it stands in the table.</summary>
    public string HeadingOf(PanelRole role) => table.Headings[taken[role]];

    /// <summary>Its number, from 1; 0 where there is none.</summary>
    public int NumberOf(PanelRole role) => taken.TryGetValue(role, out var column) ? column + 1 : 0;

    /// <summary>The field of a row that has a role; empty where no column has it, or where it says nothing.</summary>
    public string Field(TableRow row, PanelRole role) => taken.TryGetValue(role, out var column) ? Told(row.Fields[column], role.Value) : "";

    /// <summary>The different values of a column that say something, each with the first row that has it.</summary>
    public IReadOnlyDictionary<string, TableRow> Values(PanelRole role)
    {
        var values = new Dictionary<string, TableRow>(StringComparer.Ordinal);
        foreach (var row in table.Rows)
            if (Field(row, role) is { Length: > 0 } text)
                values.TryAdd(text, row);
        return values;
    }

    /// <summary>Gives up a column that was found by its name, as it turned out not to fit.</summary>
    public void PassOver(PanelRole role, string why)
    {
        var reason = $"{NameOf(role)} for {role.Words}, because {why}";
        if (!passedOver.Contains(reason))
            passedOver.Add(reason);
        taken.Remove(role);
    }

    /// <summary>Which columns were taken, in a sentence.</summary>
    public string Said()
    {
        string List(IEnumerable<PanelRole> roles) => string.Join(", ", roles.Where(Has).Select(role => $"{role.Words} from {NameOf(role)}"));
        var (found, named) = (List(PanelRole.All.Where(Guessed)), List(PanelRole.All.Where(role => !Guessed(role))));
        if (covariates.Count > 0)
            named += $"{(named.Length > 0 ? ", " : "")}covariates from {string.Join(" and ", covariates.Select(NameOf))}";
        return found.Length == 0 ? $"Columns as named: {named}."
            : named.Length == 0 ? $"Columns found by name: {found}."
            : $"Columns as named: {named}; found by name: {found}.";
    }

    private void NameCovariate(string name)
    {
        var role = PanelRole.Covariate();
        Name(role, name);
        if (!taken.TryGetValue(role, out var column))
            return;
        if (covariates.Exists(other => taken[other] == column))
            problems.Add(new Problem(table.File, 0, 0, $"{role.Option} {Table.Shown(name)} is given twice."));
        covariates.Add(role);
    }

    private void Name(PanelRole role, string name)
    {
        int[] same = [.. Places(heading => heading == name)];
        int[] alike = same.Length > 0 ? same : [.. Places(heading => heading.Equals(name, StringComparison.OrdinalIgnoreCase))];
        if (alike.Length == 1)
            taken[role] = alike[0];
        else if (alike.Length > 1)
            problems.Add(new Problem(table.File, table.HeadingLine, alike[1] + 1, $"{role.Option} is {Table.Shown(name)}, which names {alike.Length} columns; each must have a name of its own."));
        else if (!IsNone(name) || role.Value == PanelValue.Any)
            problems.Add(new Problem(table.File, 0, 0, $"{role.Option} is {Table.Shown(name)}, which is not a column; the columns are {table.Columns()}.{(Suggestions.Nearest(name, table.Headings) is { } near ? $" Did you mean {near}?" : "")}"));
    }

    private void Find()
    {
        var wantsDates = Has(PanelRole.Start) || Has(PanelRole.End) || request.Until is not null;
        if (Has(PanelRole.Time) || (!wantsDates && Guess(PanelRole.Time)))
        {
            if ((Guess(PanelRole.Event) | Guess(PanelRole.Cause)) || !Guessed(PanelRole.Time))
            {
                if (!Has(PanelRole.Event) && !Has(PanelRole.Cause))
                    Lacks("says which alliances ended", "--event");
                Guess(PanelRole.Group);
                return;
            }

            // Durations alone say too little; perhaps there are starts and ends.
            taken.Remove(PanelRole.Time);
            guessed.Remove(PanelRole.Time);
        }

        if (!Guess(PanelRole.Start))
            Lacks("has starts", "--start and --end, or durations with --time and --event");
        else if (!Guess(PanelRole.End))
            Lacks("has ends", "--start and --end, or durations with --time and --event");
        Guess(PanelRole.Event);
        Guess(PanelRole.Cause);
        Guess(PanelRole.Group);
    }

    private void Lacks(string what, string options)
    {
        var why = string.Concat(passedOver.Select(reason => $" (not used: {reason})"));
        problems.Add(new Problem(table.File, table.HeadingLine, 1, $"no column {what}{why}. Name columns with {options}; this line, taken for the names of columns, has {table.Columns()}."));
    }

    /// <summary>Takes the first column with a common name that fits, unless one was named. Returns whether the role has a column.</summary>
    private bool Guess(PanelRole role)
    {
        if (Has(role) || request.Columns.ContainsKey(role))
            return Has(role);
        foreach (var name in role.Names)
        {
            int[] found = [.. Places(heading => PanelWords.Plain(heading) == name).Where(place => !taken.Any(column => column.Value == place && column.Key.Value != PanelValue.Any))];
            foreach (var place in found)
            {
                taken[role] = place;
                if (Misfit(role) is { } why)
                {
                    PassOver(role, why);
                    continue;
                }

                if (found.Length > 1)
                    problems.Add(new Problem(table.File, table.HeadingLine, found[1] + 1, $"two columns could hold {role.Words}: {string.Join(" and ", found.Select(other => Table.Shown(table.Headings[other])))}. Give them names of their own and name one with {role.Option}."));
                guessed.Add(role);
                return true;
            }
        }

        return false;
    }

    /// <summary>Why the values of a column do not fit its role; null where they do. A few that do not are faults of these values.</summary>
    private string? Misfit(PanelRole role)
    {
        var values = Values(role).Keys.ToArray();
        string? Unlike(Func<string, bool> fits, string what) => 2 * values.Count(fits) >= values.Length ? null : $"{Table.Shown(values.First(value => !fits(value)))} {what}";
        return role.Value switch
        {
            PanelValue.Moment when role == PanelRole.End && values.Length > 0 && values.All(value => PanelWords.Number(value, table.DecimalComma) is 0 or 1) => "it holds nothing but 0 and 1",
            PanelValue.Moment => Unlike(value => MomentReader.MayBe(value, table.DecimalComma) || PanelWords.IsOngoing(value), "is not a date or a number"),
            PanelValue.Label when values.Length > MostLabels => string.Create(CultureInfo.InvariantCulture, $"it has {values.Length:N0} different values, and there can be {MostLabels}"),
            _ when values.Length == 0 => "it is empty",
            PanelValue.Duration => Unlike(value => PanelWords.Number(value, table.DecimalComma) >= 0, "is not a number of 0 or more"),
            PanelValue.Outcome => Unlike(value => PanelWords.YesOrNo(value) is not null || Ends(value) || value is "2", "does not say whether an alliance ended"),
            _ => null,
        };
    }

    /// <summary>Whether a value is one that was said to mean an end.</summary>
    public bool Ends(string value) => request.EndedValues.Contains(value, StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether the field of a row that has a role was said to stand for what is not known.</summary>
    public bool SaidMissing(TableRow row, PanelRole role) => taken.TryGetValue(role, out var column) && SaidMissing(row.Fields[column]);

    private bool SaidMissing(string text) => request.MissingValues.Contains(text, StringComparer.OrdinalIgnoreCase) && !IsNone(text);

    private string Told(string text, PanelValue value) =>
        (value is PanelValue.Label or PanelValue.Any ? PanelWords.IsBlank(text) : PanelWords.IsNothing(text)) || SaidMissing(text) ? "" : text;

    private IEnumerable<int> Places(Func<string, bool> fits) => Enumerable.Range(0, table.Headings.Count).Where(column => fits(table.Headings[column]));

    private static bool IsNone(string text) => text.Equals(PanelRequest.None, StringComparison.OrdinalIgnoreCase);
}
