/** What `perf-gate --help` prints, and every error about flags. */
export const USAGE = `perf-gate compare --baseline PATH --candidate PATH   compares two folders, files, or a store with results
perf-gate compare --results PATH                     compares pairs: <service>/{baseline,candidate}/run-<n>
    [--policy FILE] [--max-regression 5%] [--json FILE] [--markdown FILE] [--html FILE] [--svg FILE] [--templates DIR]
perf-gate measure [FILE] [--baseline-ref main] [--until-settled] [--pairs 5]
                                                     starts two versions, puts load on them in turns, and compares them
    [--build CMD] [--start CMD | --address URL] [--ready /health] [--warm-up CMD] [--load CMD] [--service NAME]
    [--baseline-folder DIR] [--candidate-folder DIR] [--candidate] [--max-runs 10] [--seed N] [--results DIR] [--force]
    [--profile node|perf|pprof|py-spy|CMD]
    [--policy FILE] [--max-regression 5%] [--json FILE] [--markdown FILE] [--html FILE] [--svg FILE]
perf-gate record --store DIR --results PATH --commit SHA
                                                     stores results as a baseline
perf-gate replay --store DIR --policy FILE [--against FILE] [--json FILE] [--markdown FILE]
                                                     says what a policy would have done to the stored pushes
perf-gate inspect PATH [--policy FILE]               says what is understood of these files, and what is refused and why
perf-gate digest PATH|- [-o FILE] [--policy FILE] [--service NAME]
                                                     makes a small file of raw points that merges with those of other
                                                     load generators; - is standard input, also while k6 still runs
perf-gate stamp PATH...                              writes run.json beside each result, on the machine that ran k6
    [--script FILE] [--load TEXT] [--part 2/3] [--commit SHA] [--baseline-commit SHA] [--k6-version X.Y.Z] [--started-at TIME]
    [--machine TEXT] [--job TEXT] [--force]          "unknown" for what nobody knows, where it is stamped elsewhere
perf-gate capacity PATH [--peak 120/s] [--max-p95 300ms] [--against PATH] [--html FILE] [--json FILE] [--markdown FILE]
                                                     says what a service carries, from a ladder of loads; exit code 1: no answer
    [--max-errors 1%] [--headroom 30%] [--spare N] [--price 0.12] [--load 80/s] [--history FILE] [--season 15%]
perf-gate history --store DIR [--store OLDER]... [--html FILE] [--json FILE] [--markdown FILE] [--policy FILE]
                                                     how the default branch went: levels, overrides, debts, suspects
    [--clone DIR] [--repository URL] [--title TEXT]
    [--from REF [--to REF] [--complexity SERVICE=FILE]...]
                                                     whether the goals of the policy were reached between two refs
perf-gate complexity --before FILE --after FILE [--json FILE] [--markdown FILE]
                                                     branch points before and after, by lizard, ESLint, radon or gocyclo
perf-gate profiles --baseline DIR --candidate DIR [--own NAME,PATH] [--flamegraph FILE] [--json FILE] [--markdown FILE]
                                                     says which functions take more or less, from profiles of both sides
perf-gate monitor --out DIR [--policy FILE] [--check] writes alerts with their tests, routes and dashboards for production,
                                                     from the objectives of the policy; --check: exit code 1 when they are old
perf-gate init [--setup pairs|stored-baseline|two-workflows] [--action OWNER/NAME@COMMIT] [--force]
                                                     writes the workflows and a commented policy file into this checkout
perf-gate doctor [--repo OWNER/NAME]                 checks a repository: permissions, the required check, label, results

Exit code 0: not blocked. 1: blocked. 2: no report was possible.
`
