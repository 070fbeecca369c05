namespace Entente.Studies.Running;

/// <summary>How far a study is.</summary>
/// <param name="Done">Replications of arms that are finished.</param>
/// <param name="Total">Replications of arms in all.</param>
public sealed record StudyProgress(int Done, int Total);
