using System.Globalization;
using Entente.Studies.Running;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Entente.Cli;

/// <summary>Shows on the error stream how far a study is: a bar where somebody looks on, a line now and then where not.</summary>
internal static class Progress
{
    // Longer ones leave too little of a line for the rest.
    private const int LongestName = 24;

    /// <summary>Shows the way to a result.</summary>
    /// <param name="name">What is being done.</param>
    /// <param name="unit">What is counted.</param>
    /// <param name="clock">Tells how fast it goes.</param>
    /// <param name="play">Does it.</param>
    public static T Show<T>(string name, string unit, TimeProvider clock, Func<IProgress<StudyProgress>, T> play) =>
        Screen.ErrorIsPlain ? play(new Lines(unit, clock)) : ShowBar(name, clock, play);

    private static T ShowBar<T>(string name, TimeProvider clock, Func<IProgress<StudyProgress>, T> play)
    {
        var (done, left) = (new Style(Color.Blue), new Style(Color.Grey));
        return Screen.Error().Progress()
            .AutoClear(true)
            .Columns(
                new TaskDescriptionColumn(),
                new ProgressBarColumn { Width = 24, CompletedStyle = done, FinishedStyle = done, RemainingStyle = left },
                new CountColumn(),
                new RateColumn(clock),
                new RemainingTimeColumn { Style = left })
            .Start(context => play(new Bar(context.AddTask(Markup.Escape(Shortened(name)), maxValue: double.PositiveInfinity))));
    }

    private static string Shortened(string name) => name.Length <= LongestName ? name : $"{name[..(LongestName - 1)]}…";

    private sealed class Bar(ProgressTask task) : IProgress<StudyProgress>
    {
        public void Report(StudyProgress value)
        {
            task.MaxValue = value.Total;
            task.Value = Math.Max(task.Value, value.Done);
        }
    }

    private sealed class CountColumn : ProgressColumn
    {
        public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime) =>
            new Text(double.IsFinite(task.MaxValue) ? string.Create(CultureInfo.InvariantCulture, $"{task.Value:N0} of {task.MaxValue:N0}") : "");
    }

    private sealed class RateColumn(TimeProvider clock) : ProgressColumn
    {
        private readonly long _start = clock.GetTimestamp();

        public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime)
        {
            var seconds = clock.GetElapsedTime(_start).TotalSeconds;
            return new Text(task.Value > 0 ? string.Create(CultureInfo.InvariantCulture, $"{task.Value / seconds:N0}/s") : "");
        }
    }

    /// <summary>A line at every tenth of the way.</summary>
    private sealed class Lines(string unit, TimeProvider clock) : IProgress<StudyProgress>
    {
        private readonly long _start = clock.GetTimestamp();
        private readonly Lock _lock = new();
        private int _tenths;

        public void Report(StudyProgress value)
        {
            // Where there is nothing to do, such as for claims none of which can be tested, there is no way to be on.
            if (value.Total == 0)
                return;
            var tenths = (int)(10L * value.Done / value.Total);
            lock (_lock)
            {
                if (tenths <= _tenths)
                    return;
                _tenths = tenths;
            }

            var seconds = clock.GetElapsedTime(_start).TotalSeconds;
            var rate = value.Done / Math.Max(seconds, 0.001);
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{value.Done:N0} of {value.Total:N0} {unit}, {rate:N0} a second, {(value.Total - value.Done) / rate:N0} s left"));
        }
    }
}
