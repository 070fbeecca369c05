namespace Entente.Studies.Results;

/// <summary>The part of a table that a batch left. Columns are read as they are asked for, and not kept.</summary>
internal sealed class TablePart(ResultFolder folder, string table, int batch)
{
    /// <summary>The values of a column; see <see cref="ResultFolder.Column{T}(string, string)"/>.</summary>
    public T[] Column<T>(string column) => folder.ColumnOfBatch<T>(table, column, batch);

    /// <summary>The arm of each row, by its place among the arms of the result.</summary>
    public int[] Arms()
    {
        var places = folder.Manifest.Arms.Index().ToDictionary(arm => arm.Item.Name, arm => arm.Index);
        return Array.ConvertAll(Column<string>("arm"), name => places[name]);
    }
}
