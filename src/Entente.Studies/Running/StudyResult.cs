using Entente.Studies.Results;

namespace Entente.Studies.Running;

/// <summary>What a study left on disk.</summary>
/// <param name="Directory">The folder, as a full path.</param>
/// <param name="Manifest">What was played, and what is in the folder.</param>
/// <param name="Complete">Whether all replications were played; not, when the study was cancelled.</param>
public sealed record StudyResult(string Directory, Manifest Manifest, bool Complete);
