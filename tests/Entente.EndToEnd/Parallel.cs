using NUnit.Framework;

// Most of the time goes into starting programs that use one core, and some into waiting for them.
[assembly: Parallelizable(ParallelScope.Fixtures)]
[assembly: LevelOfParallelism(3)]
