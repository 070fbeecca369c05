using System.Xml.Linq;
using static Entente.Studies.Reports.Html;

namespace Entente.Studies.Reports;

/// <summary>Tables that a small screen can scroll and a screen reader can follow.</summary>
internal static class Tables
{
    /// <summary>Tables of what stands side by side, as many as it takes for each to fit a sheet of paper.</summary>
    /// <param name="columns">What stands side by side.</param>
    /// <param name="most">How many of them fit.</param>
    /// <param name="table">Makes a table of some of them: given what tells its identifier from the others', the columns, and what to add to its caption.</param>
    public static IEnumerable<XElement> Beside<T>(IReadOnlyList<T> columns, int most, Func<string, T[], string, XElement> table) =>
        columns.Chunk(most).Select((some, part) => table(
            part == 0 ? "" : $"-{part + 1}", some, columns.Count <= most ? "" : $"; table {part + 1} of {((columns.Count - 1) / most) + 1}"));

    /// <summary>A table. The first cell of each row names it.</summary>
    /// <param name="id">What the page calls it.</param>
    /// <param name="caption">What it shows.</param>
    /// <param name="headings">Headings of the columns.</param>
    /// <param name="rows">Rows; cells are texts or elements.</param>
    /// <param name="figures">Whether a column, by position, holds figures, which stand to the right.</param>
    public static XElement Of(
        string id, string caption, IReadOnlyList<string> headings, IEnumerable<object?[]> rows, Func<int, bool> figures)
    {
        XAttribute? Alignment(int column) => figures(column) ? Class("figure") : null;
        return Tag("div",
            Class("scroll"), With("role", "region"), With("tabindex", "0"), With("aria-labelledby", $"{id}-caption"),
            Tag("table",
                With("id", id),
                Tag("caption", With("id", $"{id}-caption"), caption),
                Tag("thead", Tag("tr", headings.Select((heading, column) => Tag("th", With("scope", "col"), Alignment(column), heading)))),
                Tag("tbody", rows.Select(row => Tag("tr", row.Select((cell, column) =>
                    column == 0 ? Tag("th", With("scope", "row"), cell) : Tag("td", Alignment(column), cell)))))));
    }
}
