using System.Text;
using Entente.Studies.Results;

namespace Entente.Studies.Survival;

/// <summary>A folder for what is found out about survival, as tables and pictures: it is there whole in the end, or not at all.</summary>
public sealed class SurvivalFolder : IDisposable
{
    private readonly ResultsDraft draft;

    private SurvivalFolder(ResultsDraft draft) => this.draft = draft;

    /// <summary>Makes sure that a folder can be written to, before anything is played.</summary>
    /// <param name="directory">A new or an empty folder.</param>
    /// <exception cref="ResultsInTheWay">There is something in the folder already.</exception>
    /// <exception cref="ResultsNotWritable">The folder cannot be written to.</exception>
    public static SurvivalFolder Begin(string directory) => new(Writing(directory, () => ResultsDraft.Begin(directory)));

    /// <summary>Leaves the tables and the pictures.</summary>
    /// <returns>The names of the files.</returns>
    /// <exception cref="ResultsNotWritable">The folder cannot be written to, or the disk is full; nothing is left behind.</exception>
    public IReadOnlyList<string> Publish(SurvivalStudy study)
    {
        ArgumentNullException.ThrowIfNull(study);
        return Writing(draft.Directory, () =>
        {
            List<string> files = [];
            foreach (var (name, rows) in SurvivalTables.Of(study))
            {
                using var file = new CsvFile(draft.PathOf(name));
                foreach (var row in rows)
                {
                    foreach (var field in row)
                        file.Add(field);
                    file.EndLine();
                }

                file.Finish();
                files.Add(name);
            }

            foreach (var (name, sheet) in PanelCharts.Draw(study))
            {
                File.WriteAllBytes(draft.PathOf($"{name}.png"), sheet.Png());
                File.WriteAllText(draft.PathOf($"{name}.svg"), sheet.Svg(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
                files.AddRange([$"{name}.png", $"{name}.svg"]);
            }

            draft.Publish(files);
            return files;
        });
    }

    /// <inheritdoc/>
    public void Dispose() => draft.Dispose();

    private static T Writing<T>(string directory, Func<T> write)
    {
        try
        {
            return write();
        }
        catch (Exception cause) when (DiskFault.Is(cause))
        {
            throw new ResultsNotWritable(directory, cause);
        }
    }
}
