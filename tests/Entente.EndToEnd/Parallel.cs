using NUnit.Framework;

// Most of the time goes into starting programs that use one core.
[assembly: Parallelizable(ParallelScope.Fixtures)]
[assembly: LevelOfParallelism(2)]
