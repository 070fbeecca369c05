using NUnit.Framework;

namespace Entente.Tests.Documentation;

/// <summary>The manual's tables say what the code says.</summary>
public class ManualTables
{
    [Test]
    public void The_model_page_lists_the_parameters_as_they_are() =>
        Manual.Check("parameters", GeneratedTables.ParameterTypes.ToDictionary(
            section => section.Key, section => GeneratedTables.ParameterTable(section.Value)));

    [Test]
    public void The_outcomes_page_lists_the_columns_as_they_are() =>
        Manual.Check("columns", GeneratedTables.RowTypes.ToDictionary(
            section => section.Key, section => GeneratedTables.ColumnTable(section.Value)));

    [Test]
    public void The_outcomes_page_lists_the_kinds_of_events_as_they_are() =>
        Manual.Check("kinds", new Dictionary<string, string> { ["events"] = GeneratedTables.KindTable() });
}
