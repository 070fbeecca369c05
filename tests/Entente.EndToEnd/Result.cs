using System.Security.Cryptography;
using Entente.Studies.Results;
using NUnit.Framework;

namespace Entente.EndToEnd;

/// <summary>What a run leaves, looked at from outside.</summary>
internal static class Result
{
    private static readonly string[] Tables = ["runs", "months", "alliances", "projects", "firms", "events"];
    private static readonly byte[] EndOfPng = [0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82];

    /// <summary>Every file of a whole result; charts and parts, however many, count as one of each kind.</summary>
    public static IReadOnlyList<string> Whole { get; } = [.. Tables.Select(table => $"{table}/*.parquet"), "manifest.json", "charts/*.png", "charts/*.svg"];

    /// <summary>All files below a folder, by path from it; charts and parts of tables of a result count as one of each kind.</summary>
    public static string[] Files(string folder) =>
        [.. Paths(folder).Select(file => Path.GetFileName(Path.GetDirectoryName(file)) is { } of && (of == "charts" || Tables.Contains(of))
            ? Path.Combine(Path.GetDirectoryName(file)!, "*" + Path.GetExtension(file)) : file).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Whatever is in a folder under its final name is whole: tables are as the manifest says and can be read, pictures end.</summary>
    public static void AssertWhole(string folder)
    {
        var files = Paths(folder).ToArray();
        if (files.Any(file => file.EndsWith(".parquet", StringComparison.Ordinal) || file == "manifest.json"))
        {
            var results = ResultFolder.Open(folder);
            Assert.That(results.Manifest.Tables.Select(table => table.Name), Is.EqualTo(Tables));
            foreach (var table in results.Manifest.Tables)
            {
                foreach (var part in table.Parts)
                    Assert.That(Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(folder, part.File)))), Is.EqualTo(part.Sha256), part.File);
                Assert.That(results.Column<string>(table.Name, "arm"), Has.Length.EqualTo(table.Rows), table.Name);
            }
        }

        foreach (var picture in files.Where(file => file.EndsWith(".png", StringComparison.Ordinal)))
            Assert.That(File.ReadAllBytes(Path.Combine(folder, picture)).AsSpan().EndsWith(EndOfPng), picture);
        foreach (var picture in files.Where(file => file.EndsWith(".svg", StringComparison.Ordinal)))
            Assert.That(File.ReadAllText(Path.Combine(folder, picture)).TrimEnd(), Does.EndWith("</svg>"), picture);
    }

    private static IEnumerable<string> Paths(string folder) =>
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(folder, file));
}
