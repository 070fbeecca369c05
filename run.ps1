# Runs Entente, its tests or its benchmarks, from any folder: file arguments stay relative to the caller's. No parameters are
# declared, because PowerShell would take some of the program's arguments for its own.

$project = [IO.Path]::Combine($PSScriptRoot, 'src', 'Entente.Cli')
$benchmarks = [IO.Path]::Combine($PSScriptRoot, 'tests', 'Entente.Benchmarks')
$solution = [IO.Path]::Combine($PSScriptRoot, 'Simulation.sln')

# PowerShell reads a,b as a list of two; the program gets it as it was typed.
$words = @(foreach ($word in $args) { if ($word -is [array]) { $word -join ',' } else { "$word" } })
$rest = @(for ($i = 1; $i -lt $words.Count; $i++) { $words[$i] })

if ($words.Count -eq 0) {
    'Entente, a laboratory for strategic alliances.'
    ''
    '  ./run.ps1 run scenarios/telco-disruption.yaml    plays a study'
    '  ./run.ps1 --help                                 lists all commands'
    '  ./run.ps1 test [options of dotnet test]          runs the tests'
    '  ./run.ps1 bench [options of BenchmarkDotNet]     runs the benchmarks'
    exit 0
}

$command = switch -CaseSensitive ($words[0]) {
    'test' { @('test', $solution, '-c', 'Release') + $rest }
    'bench' { @('run', '-c', 'Release', '--project', $benchmarks, '--') + $rest }
    default { @('run', '-c', 'Release', '--project', $project, '--') + $words }
}

# In quotes, or PowerShell would put the names of files in the place of a *.
$quoted = foreach ($word in $command) {
    "'" + [Management.Automation.Language.CodeGeneration]::EscapeSingleQuotedStringContent($word) + "'"
}
& ([scriptblock]::Create("dotnet $quoted"))
exit $LASTEXITCODE
