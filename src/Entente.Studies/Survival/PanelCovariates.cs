using System.Globalization;
using Entente.Scenarios;
using Entente.Studies.Tables;

namespace Entente.Studies.Survival;

/// <summary>
/// What the columns of covariates hold: a column of numbers is one, and words for what is not known are missing there; any other is a category of a few
/// levels. Where most of a column is numbers and some is not, or a category has very many levels, it is asked which was meant.
/// </summary>
internal sealed class PanelCovariates
{
    private readonly Table table;
    private readonly PanelColumns columns;
    private readonly ICollection<Problem> problems;
    private readonly HashSet<PanelRole> numbers = [];
    private readonly Dictionary<string, string> references = [];

    private PanelCovariates(Table table, PanelColumns columns, ICollection<Problem> problems) => (this.table, this.columns, this.problems) = (table, columns, problems);

    /// <summary>Their names.</summary>
    public IReadOnlyList<string> Names => [.. columns.Covariates.Select(columns.HeadingOf)];

    /// <summary>The levels that others are to be compared with, by their names.</summary>
    public IReadOnlyDictionary<string, string> References => references;

    /// <summary>Settles what the columns hold.</summary>
    public static PanelCovariates Settle(Table table, PanelColumns columns, PanelRequest request, ICollection<Problem> problems)
    {
        var covariates = new PanelCovariates(table, columns, problems);
        covariates.Refer(request.References);
        foreach (var role in columns.Covariates)
            covariates.Settle(role);
        return covariates;
    }

    /// <summary>The columns that were taken for numbers.</summary>
    public IEnumerable<PanelRole> Numbers => numbers;

    /// <summary>The covariates of a row: numbers with a point, words as they are, empty where they are not known.</summary>
    public IReadOnlyList<string> Of(TableRow row) => columns.Covariates.Count == 0 ? [] : [.. columns.Covariates.Select(role => columns.Field(row, role) switch
    {
        var text when !numbers.Contains(role) => text,
        var text => PanelWords.Number(text, table.DecimalComma) is { } number ? number.ToString("R", CultureInfo.InvariantCulture) : "",
    })];

    private void Refer(IReadOnlyDictionary<string, string> asked)
    {
        foreach (var (name, level) in asked)
        {
            if (columns.Covariates.FirstOrDefault(role => columns.HeadingOf(role).Equals(name, StringComparison.OrdinalIgnoreCase)) is not { } role)
                problems.Add(new Problem("--reference", 0, 0, $"{Table.Shown(name)} is no covariate; name it with {PanelRole.CovariateOption} {Table.Shown(name)}."));
            else if (!columns.Values(role).ContainsKey(level))
                problems.Add(new Problem("--reference", 0, 0, $"{Table.Shown(level)} is nowhere in {columns.NameOf(role)}, which has {string.Join(", ", columns.Values(role).Keys.Take(10).Select(Table.Shown))}."));
            else
                references[columns.HeadingOf(role)] = level;
        }
    }

    private void Settle(PanelRole role)
    {
        var values = columns.Values(role);
        var name = columns.NameOf(role);
        string[] words = [.. values.Keys.Where(text => PanelWords.Number(text, table.DecimalComma) is null)];
        var category = references.ContainsKey(columns.HeadingOf(role));
        if (values.Count == 0)
            problems.Add(new Problem(table.File, table.HeadingLine, columns.NumberOf(role), $"{name} is empty in all rows; leave out {role.Option} {name}."));
        else if (!category && words.Length < values.Count && words.All(PanelWords.IsNothing))
            numbers.Add(role);
        else if (!category && 2 * words.Length < values.Count && words.First(word => !PanelWords.IsNothing(word)) is var word)
            problems.Add(new Problem(table.File, values[word].Line, columns.NumberOf(role), $"{name} is {Table.Shown(word)}; it must be a number, as most others are. Say --missing {Quoted(word)} if it stands for what is not known, or --reference {Quoted($"{name}={word}")} if {name} is a category."));
        else if (values.Count > PanelColumns.MostLabels)
            problems.Add(new Problem(table.File, table.HeadingLine, columns.NumberOf(role), string.Create(CultureInfo.InvariantCulture, $"{name} has {values.Count:N0} different values; a category can have {PanelColumns.MostLabels} levels at most. Leave out {role.Option} {Quoted(name)}, or join levels.")));
    }

    private static string Quoted(string text) => text.Contains(' ', StringComparison.Ordinal) ? $"\"{text}\"" : text;
}
