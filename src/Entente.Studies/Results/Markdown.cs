namespace Entente.Studies.Results;

/// <summary>Texts as tables of Markdown take them.</summary>
internal static class Markdown
{
    /// <summary>A text in a cell: on one line, and without a bar of its own.</summary>
    public static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal).ReplaceLineEndings(" ");
}
