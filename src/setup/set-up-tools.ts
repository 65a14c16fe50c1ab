import { text as criterion } from '../../examples/tools/criterion.yml'
import { text as googleBenchmark } from '../../examples/tools/google-benchmark.yml'
import { text as hyperfine } from '../../examples/tools/hyperfine.yml'
import { text as jmh } from '../../examples/tools/jmh.yml'
import { text as perfGateLua } from '../../examples/wrk/perf-gate.lua'

/** A tool for which `init --tool` writes files. The page of the tool shows the same text, and a test compares both. */
export type SetUpTool = Readonly<{
  /** The value of `--tool`, which is also the name of the page. */
  name: string
  title: string
  use: /** A load tool: it loads a service that `perf-gate measure` starts. */
    | Readonly<{
        kind: 'load'
        /** The one-line step that installs the tool. null: GitHub's machines have it. */
        install: string | null
        /** The load command in the measure file. */
        command: string
        /** Other files that the repository needs. */
        files: readonly Readonly<{ path: string; text: string }>[]
      }>
    /** A benchmark: it measures the programs of both versions itself. `steps`: the steps of a job. */
    | Readonly<{ kind: 'benchmark'; steps: string }>
}>

export const SET_UP_TOOLS: readonly SetUpTool[] = [
  loadTool(
    'locust',
    'Locust',
    'pipx install locust==2.47.0',
    'REQUEST_LOG={output} locust -f locustfile.py --headless -u 20 -r 20 -t 60s -H {address} --json-file {output-folder}/stats',
  ),
  loadTool(
    'gatling',
    'Gatling',
    null,
    'rm -rf target/gatling && mvn -q -B gatling:test -DbaseUrl={address} -Dgatling.failOnError=false && cp target/gatling/*/simulation.log {output}',
  ),
  loadTool(
    'jmeter',
    'JMeter',
    'jmeter --version # REPLACE: the step that puts JMeter on the PATH',
    'jmeter -n -t plan.jmx -Jport={port} -l {output}',
  ),
  loadTool(
    'wrk',
    'wrk',
    'sudo apt-get update && sudo apt-get install --yes wrk',
    'wrk -t2 -c8 -d30s --latency -s perf-gate.lua {address}/ > {output-folder}/wrk.txt 2> {output}',
    [{ path: 'perf-gate.lua', text: perfGateLua }],
  ),
  loadTool(
    'ghz',
    'ghz',
    'GOBIN="$RUNNER_TEMP" go install github.com/bojand/ghz/cmd/ghz@v0.121.0 && echo "$RUNNER_TEMP" >> "$GITHUB_PATH"',
    `ghz --insecure --proto shop.proto --call shop.Shop.Quote -d '{"name":"x"}' -c 10 -n 2000 --skipFirst 200 -O json -o {output} 127.0.0.1:{port}`,
  ),
  { name: 'hyperfine', title: 'hyperfine', use: { kind: 'benchmark', steps: hyperfine } },
  { name: 'google-benchmark', title: 'Google Benchmark', use: { kind: 'benchmark', steps: googleBenchmark } },
  { name: 'jmh', title: 'JMH', use: { kind: 'benchmark', steps: jmh } },
  { name: 'criterion', title: 'Criterion', use: { kind: 'benchmark', steps: criterion } },
]

function loadTool(
  name: string,
  title: string,
  install: string | null,
  command: string,
  files: readonly Readonly<{ path: string; text: string }>[] = [],
): SetUpTool {
  return { name, title, use: { kind: 'load', install, command, files } }
}
