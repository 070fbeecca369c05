namespace Entente.Studies.Charts;

/// <summary>A chart as a picture for pages.</summary>
/// <param name="Name">File name without ending.</param>
/// <param name="Title">What was found, in a line.</param>
/// <param name="Description">What is drawn and how to read it, in words, also for those who do not see it.</param>
/// <param name="Svg">The picture.</param>
public sealed record Picture(string Name, string Title, string Description, string Svg);
