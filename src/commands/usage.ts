/** What `perf-gate --help` prints, and every error about flags. */
export const USAGE = `perf-gate compare --baseline PATH --candidate PATH   compares two folders, files, or a store with results
perf-gate compare --results PATH                     compares pairs: <service>/{baseline,candidate}/run-<n>
    [--policy FILE] [--max-regression 5%] [--json FILE] [--markdown FILE] [--html FILE] [--svg FILE] [--templates DIR]
perf-gate measure [FILE] [--baseline-ref main] [--until-settled] [--pairs 5]
                                                     starts two versions, puts load on them in turns, and compares them
    [--build CMD] [--start CMD | --address URL] [--container NAME] [--ready /health] [--warm-up CMD] [--load CMD]
    [--service NAME] [--baseline-folder DIR] [--candidate-folder DIR] [--candidate] [--max-runs 10] [--seed N]
    [--profile node|perf|pprof|py-spy|CMD] [--benchmark] [--results DIR] [--force]
    [--policy FILE] [--max-regression 5%] [--json FILE] [--markdown FILE] [--html FILE] [--svg FILE]
perf-gate bisect [FILE] --good REF [--bad REF] [--max-pairs 40] [--json FILE] [--markdown FILE]
                                                     names the first slower commit; exit code 1: a range, or nothing is slower
    [--build CMD] [--start CMD] [--ready /health] [--warm-up CMD] [--load CMD] [--service NAME] [--seed N] [--results DIR]
    [--force] [--policy FILE] [--max-regression 5%]
perf-gate record --store DIR --results PATH --commit SHA
                                                     stores results as a baseline
perf-gate replay --store DIR --policy FILE [--against FILE] [--json FILE] [--markdown FILE]
                                                     says what a policy would have done to the stored pushes
perf-gate inspect PATH [--policy FILE]               says what is understood of these files, and what is refused and why
perf-gate digest PATH|- [-o FILE] [--policy FILE] [--service NAME]
                                                     makes a small file of raw points that merges with those of other
                                                     load generators; - is standard input, also while the load test still runs
perf-gate resources --from prometheus=URL --selector 'namespace="shop",pod=~"checkout-.*"' --start TIME --end TIME --out PATH
                                                     writes resources.ndjson of a service in a cluster, after its load test;
    [--service NAME]                                 exit code 1: the gate will not use it. PROMETHEUS_TOKEN is sent as a token
perf-gate stamp PATH...                              writes run.json beside each result, on the machine that measured
    [--script FILE] [--load TEXT] [--part 2/3] [--commit SHA] [--baseline-commit SHA] [--tool NAME --tool-version X.Y.Z] [--started-at TIME]
    [--machine TEXT] [--job TEXT] [--force]          "unknown" for what nobody knows, where it is stamped elsewhere
perf-gate capacity PATH [--peak 120/s] [--max-p95 300ms] [--against PATH] [--html FILE] [--json FILE] [--markdown FILE]
                                                     says what a service carries, from a ladder of loads; exit code 1: no answer
    [--max-errors 1%] [--headroom 30%] [--spare N] [--price 0.12] [--load 80/s] [--history FILE] [--season 15%]
perf-gate history --store DIR [--store OLDER]... [--html FILE] [--json FILE] [--markdown FILE] [--policy FILE]
                                                     how the default branch went: levels, overrides, debts, suspects
    [--previous FILE] [--clone DIR] [--repository URL] [--title TEXT]
    [--from REF [--to REF] [--complexity SERVICE=FILE]... [--capacity SERVICE=FILE]... [--profiles SERVICE=FILE]...]
                                                     whether the goals of the policy were reached between two refs
perf-gate complexity --before FILE --after FILE [--json FILE] [--markdown FILE]
                                                     branch points before and after, by lizard, ESLint, radon,
                                                     gocyclo or SonarQube
perf-gate profiles --baseline DIR --candidate DIR [--own NAME,PATH] [--flamegraph FILE] [--json FILE] [--markdown FILE]
                                                     says which functions take more or less, from profiles of both sides
perf-gate monitor --out DIR [--policy FILE] [--check] writes alerts with their tests, routes and dashboards for production,
                                                     from the objectives of the policy; --check: exit code 1 when they are old
perf-gate watch --deployed-at TIME [--prometheus URL] [--service NAME]... [--policy FILE] [--json FILE] [--markdown FILE]
                                                     whether services became worse in production with a deployment
    [--version LABEL] [--commit SHA] [--previous-commit SHA] [--environment NAME] [--look 1]
                                                     exit code 2: nobody knows; PROMETHEUS_URL, PROMETHEUS_TOKEN
perf-gate init [--setup pairs|stored-baseline|two-workflows] [--tool NAME] [--action OWNER/NAME@COMMIT] [--force]
                                                     writes the workflows and a commented policy file into this checkout
perf-gate doctor [--repo OWNER/NAME]                 checks a repository: permissions, the required check, label, results

Exit code 0: not blocked. 1: blocked. 2: no report was possible.
`
