using System.Data.Common;
using DuckDB.NET.Data;

namespace Entente.Tests.Studies;

/// <summary>DuckDB: a reader of Parquet that shares nothing with the writer.</summary>
internal static class Duck
{
    /// <summary>The rows a query gives; null where there is nothing.</summary>
    public static object?[][] Query(string sql)
    {
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<object?[]>();
        while (reader.Read())
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(i => Value(reader, i))]);
        return [.. rows];
    }

    /// <summary>The one value a query gives.</summary>
    public static object? Single(string sql) => Query(sql) is [[var value]] ? value : throw new InvalidOperationException(sql);

    public static string Quoted(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    private static object? Value(DbDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetValue(column);
}
