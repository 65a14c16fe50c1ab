import { r as __toESM } from "./rolldown-runtime.js";
import { Zt as require__builtin_path, xt as UserError } from "./both.js";
import { t as shellWord } from "./shell-word.js";
import { n as slugOf, r as serviceOfScript, t as readRepositoryFacts } from "./repository-facts.js";
import { n as writeFiles, t as planFiles } from "./planned-files.js";
import { t as outputOf } from "./program.js";
import { c as readArguments } from "./command-line.js";
import { u as print } from "./compare.js";
// src/setup/fill-workflow.ts
var import__builtin_path = /* @__PURE__ */ __toESM(require__builtin_path(), 1);
/** The parts of the examples that differ between repositories. */
const PLACEHOLDERS = {
	/** The gate itself, and its actions that measure and stamp. */
	action: /\bOWNER\/perf-gate(\/measure|\/stamp)?@v0\b/g,
	branches: /\bbranches: \[main\]/g,
	artifact: /\bk6-results-checkout\b/g,
	service: /"service":"checkout"/g,
	results: /\bresults\/checkout\b/g,
	script: /\bload\.js\b/g,
	/** When there are two versions, each is started in its own folder. */
	start: /- run: node (?:(baseline|candidate)\/)?service\.mjs (\d+) & sleep 1/g
};
const REPLACE_ACTION = "# REPLACE: the owner and the commit of a release";
/** Fills an example workflow with the values of this repository. Every line that a person has to check ends with `# REPLACE`. */
function fillWorkflow(template, values) {
	const { defaultBranch, script, service, startCommand, action } = values;
	return template.replace(PLACEHOLDERS.branches, () => `branches: [${JSON.stringify(defaultBranch)}]`).replace(PLACEHOLDERS.artifact, `k6-results-${service}`).replace(PLACEHOLDERS.service, `"service":"${service}"`).replace(PLACEHOLDERS.results, `results/${service}`).replace(PLACEHOLDERS.script, () => shellWord(script)).replace(PLACEHOLDERS.start, (line, folder, port) => startCommand === null ? `${line} # REPLACE: the command that starts your service on port ${port}` : startLine(startCommand, folder, port)).replace(PLACEHOLDERS.action, (example, step = "") => action === null ? `${example} ${REPLACE_ACTION}` : action.replace("@", `${step}@`));
}
function startLine(command, folder, port) {
	const enter = folder === void 0 ? "" : `cd ${folder} && `;
	const steps = command.split(" && ");
	const install = steps.slice(0, -1).map((step) => `${step} && `);
	const start = `(PORT=${port} ${steps.at(-1)} &) && sleep 5`;
	return `- run: ${enter}${install.join("")}${start} # REPLACE: when this does not start your service on port ${port}`;
}
// src/setup/measure-text.ts
/** Writes a measure file for the facts of the repository. Lines that are only guesses end with `# REPLACE`. */
function measureText({ script, service, startCommand, action, loadCommand }) {
	const [repository, ref = "HEAD"] = (action ?? "OWNER/perf-gate@v0").split("@");
	const steps = (startCommand ?? "node service.mjs {port}").split(" && ");
	const build = steps.slice(0, -1).join(" && ");
	const mark = startCommand === null ? "the command that starts your service" : "when this does not start your service";
	return `# yaml-language-server: $schema=https://raw.githubusercontent.com/${repository}/${ref}/schema/measure.schema.json
# The services that perf-gate measure starts, and their load tests. On a laptop: perf-gate measure --baseline-ref main
version: 1
${build === "" ? "#build: npm ci                  # called once in the folder of each version\n" : `build: ${build}\n`}
services:
  ${service}:
    # The service must listen on the port {port}, which is also the variable PORT, and stay in the foreground.
    start: ${steps.at(-1)} # REPLACE: ${mark} on port {port}
    #ready: /health             # the service is ready when this path answers; default: when its port is open
${loadCommand === void 0 ? WARM_UP : ""}    load: ${quoted(loadCommand ?? `k6 run -e BASE_URL={address} ${shellWord(script)}`)}
`;
}
const WARM_UP = "    #warm-up: k6 run -e DURATION=5s -e BASE_URL={address} load.js   # runs before each load test, on the process that was just started\n";
/** The text as a YAML scalar. */
function quoted(text) {
	return text.includes("'") || text.includes(": ") || text.includes(" #") ? JSON.stringify(text) : text;
}
// src/setup/policy-text.ts
const K6_POLICY = {
	primary: {
		metric: "http_req_duration",
		stat: "p95"
	},
	isConfirmed: true
};
const CONFIRMATION = `# When the first runs leave the answer open, more runs are added, until each side has this number. Without it, several services or a noisy
# machine block pull requests that change nothing: docs/accuracy.md says how often.
confirmation: { max-runs: 10 }

`;
/**
* A policy file. Its only active setting is the confirmation; every default, and an example of every other setting, is in a
* comment. Prose starts with `# `. A line that starts with `#` alone is a setting, which takes effect when the `#` is removed.
*/
function policyText(scripts, action, { primary, isConfirmed } = K6_POLICY) {
	const [repository, ref = "HEAD"] = (action ?? "OWNER/perf-gate@v0").split("@");
	const services = [...new Set(scripts.map(({ service }) => service))];
	const first = services[0] ?? "checkout";
	const others = services.slice(1).map((service) => `#  ${service}: {}`);
	return `# yaml-language-server: $schema=https://raw.githubusercontent.com/${repository}/${ref}/schema/policy.schema.json
# The policy of perf-gate. It is read from the base branch, so a pull request cannot relax its own gate.
# Everything here is optional. Settings that are commented out show the default, or an example.
version: 1

${isConfirmed ? CONFIRMATION : ""}#defaults:
#  max-regression: 5%             # a p95 that is slower by more than this blocks
#  min-delta: 0ms                 # a smaller difference is not a regression, whatever its percentage
#  max-error-rate-increase: 1pp   # percentage points of failed requests
#  max-dropped-iterations: 1%
#  min-tail-samples: 20           # requests above the percentile; fewer prove nothing
#  primary: [{ metric: ${primary.metric}, stat: ${primary.stat} }]
#  levels: { unproven: fail, slower: warn, new: warn, budget: fail }   # fail, warn or off

# A service that is named here must have results in every pull request that touches its paths.
#services:
#  ${first}:
#    paths: ["**"]                # without results this service blocks only when one of these files changed
#    budgets: [{ metric: ${primary.metric}, stat: ${primary.stat}, max: 300ms }]
#    endpoints: { "GET /orders": { max-regression: 8% } }
${others.join("\n")}${others.length > 0 ? "\n" : ""}
# Services that were removed. The baseline still has them, so without this line their absence blocks.
#retired: [old-service]

# Who may accept a regression: a person with one of these roles, who sets the label and writes the reason.
#override: { label: perf-override, second-person: auto, roles: [write, maintain, admin] }
`;
}
// src/setup/set-up-tools.ts
const SET_UP_TOOLS = [
	loadTool("locust", "Locust", "pipx install locust==2.47.0", "REQUEST_LOG={output} locust -f locustfile.py --headless -u 20 -r 20 -t 60s -H {address} --json-file {output-folder}/stats"),
	loadTool("gatling", "Gatling", null, "rm -rf target/gatling && mvn -q -B gatling:test -DbaseUrl={address} -Dgatling.failOnError=false && cp target/gatling/*/simulation.log {output}"),
	loadTool("jmeter", "JMeter", "jmeter --version # REPLACE: the step that puts JMeter on the PATH", "jmeter -n -t plan.jmx -Jport={port} -l {output}"),
	loadTool("wrk", "wrk", "sudo apt-get update && sudo apt-get install --yes wrk", "wrk -t2 -c8 -d30s --latency -s perf-gate.lua {address}/ > {output-folder}/wrk.txt 2> {output}", [{
		path: "perf-gate.lua",
		text: "-- Prints one line of JSON on standard error when wrk or wrk2 has finished: what perf-gate reads.\n--   wrk -t2 -c8 -d30s -s perf-gate.lua http://127.0.0.1:8080/ 2> results/shop/run-1/wrk.json\n-- With wrk2, set PERF_GATE_TOOL=wrk2: nothing that a script can see tells the two apart.\n-- Times are in microseconds. The histogram has each latency and how often it was; above 5000 different ones it is left out.\n\nlocal function percentiles(latency)\n  local texts = {}\n  for _, percent in ipairs({ 50, 75, 90, 95, 99, 99.9 }) do\n    table.insert(texts, string.format('\"%g\":%d', percent, latency:percentile(percent)))\n  end\n  return table.concat(texts, ',')\nend\n\nlocal function histogram(latency)\n  local size = #latency\n  if size == 0 or size > 5000 then return '' end\n  local texts = {}\n  for index = 1, size do\n    local value, count = latency(index)\n    table.insert(texts, string.format('[%d,%d]', value, count))\n  end\n  return ',\"histogram\":[' .. table.concat(texts, ',') .. ']'\nend\n\nfunction done(summary, latency, requests)\n  local errors = summary.errors\n  io.stderr:write(string.format(\n    '{\"tool\":\"%s\",\"unit\":\"us\",\"duration\":%d,\"requests\":%d,\"bytes\":%d,' ..\n    '\"errors\":{\"connect\":%d,\"read\":%d,\"write\":%d,\"status\":%d,\"timeout\":%d},' ..\n    '\"latency\":{\"min\":%d,\"max\":%d,\"mean\":%.3f,\"stdev\":%.3f,\"percentiles\":{%s}}%s}\\n',\n    os.getenv('PERF_GATE_TOOL') or 'wrk', summary.duration, summary.requests, summary.bytes,\n    errors.connect, errors.read, errors.write, errors.status, errors.timeout,\n    latency.min, latency.max, latency.mean, latency.stdev, percentiles(latency), histogram(latency)))\nend\n"
	}]),
	loadTool("ghz", "ghz", "GOBIN=\"$RUNNER_TEMP\" go install github.com/bojand/ghz/cmd/ghz@v0.121.0 && echo \"$RUNNER_TEMP\" >> \"$GITHUB_PATH\"", `ghz --insecure --proto shop.proto --call shop.Shop.Quote -d '{"name":"x"}' -c 10 -n 2000 --skipFirst 200 -O json -o {output} 127.0.0.1:{port}`),
	{
		name: "hyperfine",
		title: "hyperfine",
		use: {
			kind: "benchmark",
			steps: "- run: sudo apt-get update && sudo apt-get install --yes hyperfine\n# Both versions lie beside each other, in ./baseline and ./candidate.\n- run: for side in baseline candidate; do (cd \"$side\" && make parse) || exit 1; done # REPLACE: how a version is built\n- run: |\n    for run in 1 2 3 4 5; do\n      for side in baseline candidate; do\n        folder=\"results/SERVICE/$side/run-$run\"\n        mkdir -p \"$folder\"\n        hyperfine -N --warmup 1 --runs 10 -n parse \"./$side/parse input.txt\" --export-json \"$folder/hyperfine.json\" # REPLACE: your command\n        echo \"$?\" > \"$folder/exit-code\"\n      done\n    done\n  shell: bash {0}\n"
		}
	},
	{
		name: "google-benchmark",
		title: "Google Benchmark",
		use: {
			kind: "benchmark",
			steps: "# Both versions lie beside each other, in ./baseline and ./candidate.\n- run: for side in baseline candidate; do (cd \"$side\" && make bench) || exit 1; done # REPLACE: how the benchmarks are built\n- run: |\n    for run in 1 2 3 4 5; do\n      for side in baseline candidate; do\n        folder=\"results/SERVICE/$side/run-$run\"\n        mkdir -p \"$folder\"\n        \"./$side/bench\" --benchmark_repetitions=5 --benchmark_enable_random_interleaving=true \\\n          --benchmark_out=\"$folder/bench.json\" --benchmark_out_format=json\n        echo \"$?\" > \"$folder/exit-code\"\n      done\n    done\n  shell: bash {0}\n"
		}
	},
	{
		name: "jmh",
		title: "JMH",
		use: {
			kind: "benchmark",
			steps: "# Both versions lie beside each other, in ./baseline and ./candidate.\n- run: for side in baseline candidate; do (cd \"$side\" && mvn -q -B package) || exit 1; done # REPLACE: how the benchmarks are built\n- run: |\n    for run in 1 2 3; do\n      for side in baseline candidate; do\n        folder=\"results/SERVICE/$side/run-$run\"\n        mkdir -p \"$folder\"\n        java -jar \"$side/target/benchmarks.jar\" -f 3 -i 5 -prof gc -foe true -rf json -rff \"$folder/jmh.json\"\n        echo \"$?\" > \"$folder/exit-code\"\n      done\n    done\n  shell: bash {0}\n"
		}
	},
	{
		name: "criterion",
		title: "Criterion",
		use: {
			kind: "benchmark",
			steps: "# Both versions lie beside each other, in ./baseline and ./candidate.\n- run: for side in baseline candidate; do (cd \"$side\" && cargo bench --no-run) || exit 1; done\n- run: |\n    for run in 1 2 3; do\n      for side in baseline candidate; do\n        folder=\"$PWD/results/SERVICE/$side/run-$run\"\n        mkdir -p \"$folder\"\n        ( cd \"$side\" && rm -rf target/criterion && cargo bench )\n        echo \"$?\" > \"$folder/exit-code\"\n        cp -r \"$side/target/criterion\" \"$folder/criterion\"\n      done\n    done\n  shell: bash {0}\n"
		}
	}
];
function loadTool(name, title, install, command, files = []) {
	return {
		name,
		title,
		use: {
			kind: "load",
			install,
			command,
			files
		}
	};
}
// src/setup/set-ups.ts
/** All set-ups, the recommended one first. */
const SET_UPS = [
	{
		name: "pairs",
		purpose: "Both versions run in turns on one machine, until the gate knows. For pull requests from the same repository.",
		workflows: [{
			path: ".github/workflows/perf.yml",
			template: "# perf-gate: both versions run in turns on one machine, as .github/perf-gate.measure.yml says, and the gate judges. For pull requests\n# from the same repository. perf-gate explains each line in docs/guides/workflow.md.\nname: performance\non:\n  pull_request: { types: [opened, synchronize, reopened, edited, labeled, unlabeled] }\n  issue_comment: { types: [created, edited] }\n  pull_request_review: { types: [submitted, dismissed] }\n  schedule: [{ cron: '17 3 * * *' }]\n  merge_group:\npermissions: { contents: read }\nconcurrency: { group: \"${{ github.workflow }}-${{ contains(fromJSON('[\\\"opened\\\", \\\"synchronize\\\", \\\"reopened\\\"]'), github.event.action) && github.event.pull_request.number || github.run_id }}\", cancel-in-progress: true }\njobs:\n  load-test:\n    if: contains(fromJSON('[\"opened\", \"synchronize\", \"reopened\"]'), github.event.action)\n    runs-on: ubuntu-24.04\n    timeout-minutes: 60\n    steps:\n      - uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1\n        with: { ref: '${{ github.event.pull_request.head.sha }}', persist-credentials: false, fetch-depth: 0 }\n      - uses: grafana/setup-k6-action@db07bd9765aac508ef18982e52ab937fe633a065 # v1.2.1\n        with: { k6-version: '2.2.0' }\n      - uses: OWNER/perf-gate/measure@v0\n      - { if: always(), uses: actions/upload-artifact@bbbca2ddaa5d8feaa63e36b76fdaad77386f024f, with: { name: 'k6-results-checkout--${{ github.run_attempt }}', path: perf-results/checkout, if-no-files-found: error } } # v7.0.0\n  judge:\n    needs: load-test\n    if: always() && (github.event_name != 'issue_comment' || github.event.issue.pull_request && contains(format('{0} {1}', github.event.comment.body, github.event.changes.body.from), '/perf-override'))\n    runs-on: ubuntu-24.04\n    timeout-minutes: 10\n    concurrency: { group: 'perf-gate-${{ github.workflow }}-${{ github.event.label && github.event.pull_request.number || github.run_id }}', cancel-in-progress: false }\n    permissions: { actions: read, contents: read, pull-requests: write, statuses: write }\n    steps:\n      - uses: OWNER/perf-gate@v0\n        id: gate\n        with: { mode: gate }\n      - { if: always() && steps.gate.outputs.report-html != '', uses: actions/upload-artifact@bbbca2ddaa5d8feaa63e36b76fdaad77386f024f, with: { name: perf-gate-report, path: '${{ steps.gate.outputs.report-html }}', overwrite: true } } # v7.0.0\n"
		}],
		measures: true
	},
	{
		name: "stored-baseline",
		purpose: "Pushes to the default branch are recorded, and pull requests are compared with them.",
		workflows: [{
			path: ".github/workflows/perf.yml",
			template: "# perf-gate, one workflow, stored baselines: every push to the default branch is recorded, and a pull request is compared\n# with what was recorded: one job for everybody, then 2, 3, 4, 5 and 7 for services that are open still. Needs\n# `confirmation: { max-runs: 10 }` in .github/perf-gate.yml of the base branch, and perf-look.yml beside this file. For pull\n# requests from the same repository. See pairs.yml for the set-up that does not mind when machines differ.\nname: performance\non:\n  push: { branches: [main] }\n  pull_request:\n    # A label that comes or goes, or a reason in the description, judges the results again; the load test does not run again.\n    types: [opened, synchronize, reopened, edited, labeled, unlabeled]\n  # So does a reason in a comment.\n  issue_comment: { types: [created, edited] }\n  # And a review, where the policy asks for one.\n  pull_request_review: { types: [submitted, dismissed] }\n  # Once a day the overrides in force are looked at again: a time may be over, a role lost, a policy changed.\n  schedule: [{ cron: '17 3 * * *' }]\n  # A merge queue gets the verdict of the pull request.\n  merge_group:\npermissions: {}\n# A push ends the run of the push before it, whose results nobody waits for any more. Every other event has a run of its own.\nconcurrency:\n  group: ${{ github.workflow }}-${{ contains(fromJSON('[\"opened\", \"synchronize\", \"reopened\"]'), github.event.action) && github.event.pull_request.number || github.run_id }}\n  cancel-in-progress: true\njobs:\n  load-test:\n    if: github.event_name == 'push' || contains(fromJSON('[\"opened\", \"synchronize\", \"reopened\"]'), github.event.action)\n    permissions: { actions: read, contents: read, pull-requests: write, statuses: write }\n    uses: ./.github/workflows/perf-look.yml\n    with: { look: 1, open: '[{\"service\":\"checkout\",\"job\":1}]' }\n  two:\n    needs: load-test\n    if: github.event_name != 'push' && needs.load-test.outputs.open != '[]'\n    permissions: { actions: read, contents: read, pull-requests: write, statuses: write }\n    uses: ./.github/workflows/perf-look.yml\n    with: { look: 2, open: '${{ needs.load-test.outputs.open }}' }\n  three:\n    needs: two\n    if: needs.two.outputs.open != '[]'\n    permissions: { actions: read, contents: read, pull-requests: write, statuses: write }\n    uses: ./.github/workflows/perf-look.yml\n    with: { look: 3, open: '${{ needs.two.outputs.open }}' }\n  four:\n    needs: three\n    if: needs.three.outputs.open != '[]'\n    permissions: { actions: read, contents: read, pull-requests: write, statuses: write }\n    uses: ./.github/workflows/perf-look.yml\n    with: { look: 4, open: '${{ needs.three.outputs.open }}' }\n  five:\n    needs: four\n    if: needs.four.outputs.open != '[]'\n    permissions: { actions: read, contents: read, pull-requests: write, statuses: write }\n    uses: ./.github/workflows/perf-look.yml\n    with: { look: 5, open: '${{ needs.four.outputs.open }}' }\n  seven:\n    needs: five\n    if: needs.five.outputs.open != '[]'\n    permissions: { actions: read, contents: read, pull-requests: write, statuses: write }\n    uses: ./.github/workflows/perf-look.yml\n    with: { look: 7, open: '${{ needs.five.outputs.open }}' }\n  judge:\n    needs: [load-test, two, three, four, five, seven]\n    # Always: also when the load test failed or did not run. The gate itself says what is missing.\n    # A comment counts where it has the command. Nothing is green because this job was skipped: the check is a commit status.\n    if: always() && github.event_name != 'push' && (github.event_name != 'issue_comment' || github.event.issue.pull_request && contains(format('{0} {1}', github.event.comment.body, github.event.changes.body.from), '/perf-override'))\n    runs-on: ubuntu-24.04\n    timeout-minutes: 10\n    # No verdict waits for another, where GitHub would drop it for the next one. Labels do: the newest sees all of them.\n    concurrency: { group: 'perf-gate-${{ github.workflow }}-${{ github.event.label && github.event.pull_request.number || github.run_id }}', cancel-in-progress: false }\n    permissions:\n      actions: read # read the results\n      contents: read # read the policy file, the history and the baselines\n      pull-requests: write # post the comment\n      statuses: write # set the commit status `perf-gate`, which is the check to require\n    steps:\n      - uses: OWNER/perf-gate@v0\n        id: gate\n        # It never records; on the schedule it looks at the overrides.\n        with: { mode: gate }\n      # The report with plots: an artifact of this run, one file that opens in a browser.\n      - uses: actions/upload-artifact@bbbca2ddaa5d8feaa63e36b76fdaad77386f024f # v7.0.0\n        if: always() && steps.gate.outputs.report-html != ''\n        with: { name: perf-gate-report, path: '${{ steps.gate.outputs.report-html }}', overwrite: true }\n  record:\n    needs: load-test\n    # A pull request never gets here, and the action refuses to record one.\n    if: always() && github.event_name == 'push'\n    runs-on: ubuntu-24.04\n    timeout-minutes: 10\n    # One at a time, and none is left out: each records its own commit.\n    concurrency: { group: 'perf-gate-record-${{ github.workflow }}-${{ github.sha }}', cancel-in-progress: false }\n    permissions:\n      actions: read # read the results\n      contents: write # store the baseline on the branch perf-gate-baselines\n      pull-requests: read # find the pull request that was merged\n      statuses: write # see whether it was merged by an override, and say on the commit what it did\n      issues: write # tell of a regression, one issue per service\n    steps:\n      - uses: OWNER/perf-gate@v0\n"
		}, {
			path: ".github/workflows/perf-look.yml",
			template: "# One look: a job for each service that is open, and then what the gate says of all that was measured. A push is only measured.\n# perf.yml calls it.\nname: look\non:\n  workflow_call:\n    inputs:\n      look: { type: number, required: true }\n      # What to measure: [{\"service\":\"checkout\",\"job\":1}], one job each.\n      open: { type: string, required: true }\n    outputs:\n      open:\n        description: The services that are open still, once for each job that the next look adds\n        value: ${{ jobs.look.outputs.open }}\npermissions: {}\njobs:\n  measure:\n    # Each on a machine of its own: that machines differ is part of the noise, here as in the store.\n    strategy: { fail-fast: false, matrix: { include: '${{ fromJSON(inputs.open) }}' } }\n    runs-on: ubuntu-24.04\n    timeout-minutes: 30\n    permissions: { contents: read }\n    steps:\n      # The head commit, not GitHub's merge commit: what is measured is what is named.\n      - uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1\n        with: { ref: '${{ github.event.pull_request.head.sha || github.sha }}', persist-credentials: false }\n      - uses: grafana/setup-k6-action@db07bd9765aac508ef18982e52ab937fe633a065 # v1.2.1\n        with: { k6-version: '2.2.0' }\n      # Replace this line: start your service.\n      - run: node service.mjs 8080 & sleep 1\n      - name: Three runs\n        run: |\n          for n in 1 2 3; do\n            dir=\"results/run-$n\" code=0\n            mkdir -p \"$dir\"\n            k6 run --quiet --no-usage-report -e BASE_URL=http://127.0.0.1:8080 \\\n              --summary-trend-stats 'avg,min,med,max,p(90),p(95),p(99),count' \\\n              --summary-export \"$dir/summary.json\" load.js || code=$?\n            echo \"$code\" > \"$dir/exit-code\"\n          done\n      # What each run ran on and when, so that the report knows when two of them cannot be compared.\n      - uses: OWNER/perf-gate/stamp@v0\n        with: { script: load.js }\n      - uses: actions/upload-artifact@bbbca2ddaa5d8feaa63e36b76fdaad77386f024f # v7.0.0\n        if: always()\n        # The attempt in the name: \"Re-run all jobs\" uploads beside what was there, and the gate looks at both.\n        with: { name: 'k6-results-${{ matrix.service }}--look-${{ inputs.look }}-${{ matrix.job }}--${{ github.run_attempt }}', path: results, if-no-files-found: error }\n  look:\n    needs: measure\n    # Also when a load test failed: the gate itself says what is missing.\n    if: always() && github.event_name != 'push'\n    runs-on: ubuntu-24.04\n    timeout-minutes: 10\n    permissions:\n      actions: read # read the results\n      contents: read # read the policy file, the history and the baselines\n      pull-requests: write # post the comment\n      statuses: write # set the commit status `perf-gate`, which is the check to require\n    outputs:\n      open: ${{ steps.plan.outputs.open }}\n    steps:\n      - uses: OWNER/perf-gate@v0\n        id: gate\n        # The last job of perf.yml says whether it is green. Until then the commit status is pending, or already a failure.\n        continue-on-error: true\n      - id: plan\n        # Through the environment: an output is text, and text in a script would be run.\n        env: { PLAN: '${{ steps.gate.outputs.rerun-plan }}' }\n        run: |\n          open=\"$(jq --null-input --compact-output 'env.PLAN | fromjson? // [] | [.[] | {service, job: range(1; .add + 1)}]')\"\n          echo \"open=$open\" >> \"$GITHUB_OUTPUT\"\n"
		}],
		measures: false
	},
	{
		name: "two-workflows",
		purpose: "Like stored-baseline, judged by a second workflow. For pull requests from forks as well.",
		workflows: [{
			path: ".github/workflows/perf.yml",
			template: "# The load test, for pull requests from anywhere: forks and the repository itself. It runs the code of the pull\n# request, so it has no secrets and may write nothing. perf-gate.yml judges what it measured. Three jobs for a pull request, because it\n# cannot ask the gate whether one is enough; where three leave the answer open, \"Re-run all jobs\" adds three.\nname: performance\non:\n  push: { branches: [main] }\n  pull_request:\n  # Only with `merge-queue: rerun` in perf-gate.yml: measure the commit of the queue too.\n  # merge_group:\npermissions: {}\n# A push ends the run of the push before it, whose results nobody waits for any more. Every other event has a run of its own.\nconcurrency:\n  group: ${{ github.workflow }}-${{ contains(fromJSON('[\"opened\", \"synchronize\", \"reopened\"]'), github.event.action) && github.event.pull_request.number || github.run_id }}\n  cancel-in-progress: true\njobs:\n  load-test:\n    # Each on a machine of its own: that machines differ is part of the noise, here as in the store.\n    strategy:\n      fail-fast: false\n      matrix: { job: \"${{ fromJSON(github.event_name == 'push' && '[1]' || '[1, 2, 3]') }}\" }\n    runs-on: ubuntu-24.04\n    timeout-minutes: 30\n    permissions: { contents: read }\n    steps:\n      # The head commit, not GitHub's merge commit: what is measured is what is named.\n      - uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1\n        with: { ref: '${{ github.event.pull_request.head.sha || github.sha }}', persist-credentials: false }\n      - uses: grafana/setup-k6-action@db07bd9765aac508ef18982e52ab937fe633a065 # v1.2.1\n        with: { k6-version: '2.2.0' }\n      # Replace this line: start your service.\n      - run: node service.mjs 8080 & sleep 1\n      - name: Three runs\n        run: |\n          for n in 1 2 3; do\n            dir=\"results/run-$n\" code=0\n            mkdir -p \"$dir\"\n            k6 run --quiet --no-usage-report -e BASE_URL=http://127.0.0.1:8080 \\\n              --summary-trend-stats 'avg,min,med,max,p(90),p(95),p(99),count' \\\n              --summary-export \"$dir/summary.json\" load.js || code=$?\n            echo \"$code\" > \"$dir/exit-code\"\n          done\n      # What each run ran on and when, so that the report knows when two of them cannot be compared.\n      - uses: OWNER/perf-gate/stamp@v0\n        with: { script: load.js }\n      - uses: actions/upload-artifact@bbbca2ddaa5d8feaa63e36b76fdaad77386f024f # v7.0.0\n        if: always()\n        # The attempt in the name: \"Re-run all jobs\" uploads beside what was there, and the gate looks at both.\n        with: { name: 'k6-results-checkout--${{ matrix.job }}--${{ github.run_attempt }}', path: results, if-no-files-found: error }\n  record:\n    needs: load-test\n    # A pull request never gets here, and the action refuses to record one.\n    if: always() && github.event_name == 'push'\n    runs-on: ubuntu-24.04\n    timeout-minutes: 10\n    # One at a time, and none is left out: each records its own commit.\n    concurrency: { group: 'perf-gate-record-${{ github.workflow }}-${{ github.sha }}', cancel-in-progress: false }\n    permissions:\n      actions: read # read the results\n      contents: write # store the baseline on the branch perf-gate-baselines\n      pull-requests: read # find the pull request that was merged\n      statuses: write # see whether it was merged by an override, and say on the commit what it did\n      issues: write # tell of a regression, one issue per service\n    steps:\n      - uses: OWNER/perf-gate@v0\n"
		}, {
			path: ".github/workflows/perf-gate.yml",
			template: "# The gate: it runs the version of this file that is on the default branch, checks out nothing, and runs no code of a pull request.\n# Only a review runs the pull request's version: never for a fork, and who can push a branch here could add a workflow as well.\n# The check to require is the commit status `perf-gate` that it sets. Its jobs never fail because of a slow pull\n# request: they belong to the default branch. Give no job the name `perf-gate`: GitHub would then require both.\nname: performance gate\non:\n  workflow_run: { workflows: [performance], types: [requested, in_progress, completed] }\n  # `edited`: the reason of an override may stand in the description.\n  pull_request_target: { types: [opened, synchronize, reopened, edited, labeled, unlabeled] }\n  issue_comment: { types: [created, edited] }\n  # Where the policy asks for a review. The job's token can only read in a pull request from a fork: there the schedule finds it.\n  pull_request_review: { types: [submitted, dismissed] }\n  # Once a day the overrides in force are looked at again: a time may be over, a role lost, a policy changed.\n  schedule: [{ cron: '17 3 * * *' }]\n  merge_group:\npermissions: {}\njobs:\n  judge:\n    # The action decides what there is to do: a label that is not ours gets the same verdict again. Only what can never be its business\n    # is left out here, so that it costs no minutes. Nothing is green by that: the check is a commit status.\n    if: (github.event_name != 'workflow_run' || github.event.workflow_run.event != 'push') && (github.event_name != 'pull_request_review' || github.event.pull_request.head.repo.full_name == github.repository) && (github.event_name != 'issue_comment' || github.event.issue.pull_request && contains(format('{0} {1}', github.event.comment.body, github.event.changes.body.from), '/perf-override'))\n    # One at a time for each branch of a pull request. Never cancelled while it works; one that waits for its turn is replaced by the\n    # next, which sees all that happened before it starts. At the job, because what is skipped must not take the place of one that waits.\n    concurrency:\n      group: \"perf-gate-${{ github.workflow }}-${{ github.event.workflow_run && format('{0}:{1}', github.event.workflow_run.head_repository.full_name, github.event.workflow_run.head_branch) || github.event.pull_request && format('{0}:{1}', github.event.pull_request.head.repo.full_name, github.event.pull_request.head.ref) || github.run_id }}\"\n      cancel-in-progress: false\n    runs-on: ubuntu-24.04\n    timeout-minutes: 10\n    permissions:\n      actions: read # read the results\n      contents: read # read the policy file, the history and the baselines\n      pull-requests: write # post the comment, read the override label\n      statuses: write # set the commit status `perf-gate`, which is the check to require\n    steps:\n      - uses: OWNER/perf-gate@v0\n        id: gate\n        with: { load-test-workflow: perf.yml, mode: gate }\n      # The report with plots: an artifact of this run, one file that opens in a browser.\n      - uses: actions/upload-artifact@bbbca2ddaa5d8feaa63e36b76fdaad77386f024f # v7.0.0\n        if: always() && steps.gate.outputs.report-html != ''\n        with: { name: perf-gate-report, path: '${{ steps.gate.outputs.report-html }}', overwrite: true }\n"
		}],
		measures: false
	}
];
// src/setup/tool-workflow.ts
/** Finds parts of pairs.yml: the step that installs k6, the steps from the checkout to the measurement, and the checkout alone. */
const INSTALL_K6 = / {6}- uses: grafana\/setup-k6-action@[^\n]+\n {8}with: [^\n]+\n/;
const CHECKOUT_TO_MEASURE = / {6}- uses: actions\/checkout@[\s\S]*?(?= {6}- \{ if: always\(\), uses: actions\/upload-artifact@)/;
const CHECKOUT_STEP = / {6}- uses: (actions\/checkout@[^\n]+)\n/;
const HEAD = /^(?:#[^\n]*\n)+/;
const RESULTS = "path: perf-results/checkout";
/** Changes the example pairs.yml so that it uses another tool than k6. */
function toolWorkflow(pairs, { name, title, use }, service) {
	const named = pairs.replaceAll("k6-results-checkout", `perf-results-${service}`);
	if (use.kind === "load") {
		const install = use.install === null ? "" : step(`- run: ${yamlLine(use.install)}`);
		return named.replace(INSTALL_K6, () => install).replace(RESULTS, `path: perf-results/${service}`);
	}
	const [, checkout = ""] = CHECKOUT_STEP.exec(pairs) ?? [];
	const head = `# perf-gate, one workflow: ${title} measures both versions in turns on one machine, so the machine's speed cancels out. No
# stored baseline is needed. docs/tools/${name}.md says what the gate can tell from it. For pull requests from the same repository.
`;
	return named.replace(HEAD, head).replace(CHECKOUT_TO_MEASURE, () => bothVersions(checkout) + step(use.steps.trimEnd().replaceAll("SERVICE", service))).replace(RESULTS, `path: results/${service}`);
}
/** Steps that check out the head commit and, beside it, the commit at which the branch started. */
function bothVersions(checkout) {
	return `      # The head commit, not GitHub's merge commit: what is measured is what is named. With the history, to find where the branch started.
      - uses: ${checkout}
        with: { ref: '\${{ github.event.pull_request.head.sha }}', path: candidate, persist-credentials: false, fetch-depth: 0 }
      - run: git -C candidate worktree add ../baseline "$(git -C candidate merge-base HEAD "origin/$BASE")"
        env: { BASE: '\${{ github.event.pull_request.base.ref }}' }
`;
}
function step(text) {
	return text.split("\n").map((line) => `      ${line}\n`).join("");
}
/** Quotes a command where YAML requires it. A comment after the command stays a comment. */
function yamlLine(command) {
	const [program = "", ...comment] = command.split(" # ");
	return [program.includes(": ") || /^["'[{]/.test(program) ? JSON.stringify(program) : program, ...comment].join(" # ");
}
// src/commands/init.ts
const USAGE = {
	guide: "docs/guides/first-gate.md",
	calls: [""],
	flags: {
		setup: {
			type: "string",
			value: "NAME",
			says: "pairs, stored-baseline or two-workflows; default: pairs"
		},
		tool: {
			type: "string",
			value: "NAME",
			says: "the load tool or benchmark; default: k6"
		},
		action: {
			type: "string",
			value: "OWNER/NAME@SHA",
			says: "the repository and the commit of the action; default: those of this program"
		},
		force: {
			type: "boolean",
			says: "replaces files that differ"
		}
	},
	exitCodes: "0: written. 2: nothing was written."
};
/** `perf-gate init` writes the workflows of a set-up and a policy file into the checkout in which it is called. */
async function init(args) {
	const { values } = readArguments(args, USAGE.flags);
	checkAction(values.action);
	const tool = findTool(values.tool);
	const setUp = findSetUp(values.setup ?? "pairs");
	if (tool !== null && setUp.name !== "pairs") throw new UserError(`--tool writes the set-up pairs. For ${setUp.name}, take the workflows of that set-up, and put the steps of docs/tools/${tool.name}.md in place of those that run k6.`);
	const facts = await readRepositoryFacts(process.cwd());
	const action = values.action ?? await ownReference(facts.folder);
	const wanted = tool === null ? filesOf(setUp, facts, action) : filesOfTool(tool, setUp, facts, action);
	const files = await planFiles(facts.folder, wanted);
	const differing = files.filter(({ state }) => state === "differs");
	if (differing.length > 0 && values.force !== true) {
		const list = differing.map(({ path }) => `  ${path}\n`).join("");
		throw new UserError(`These files exist and differ from what would be written. Nothing was written.\n${list}Move them away, or replace them with --force.`);
	}
	await writeFiles(facts.folder, files);
	print(summary(setUp, facts, files, tool));
	return 0;
}
/**
* An action in a repository or in this checkout. `uses` accepts no other form of a packaged action.
* https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idstepsuses
*/
function checkAction(value) {
	if (value === void 0 || /^(?:[\w.-]+(?:\/[\w.-]+)+@[\w./-]+|\.\/[\w./-]*)$/.test(value)) return;
	throw new UserError(`--action cannot be ${JSON.stringify(value)}. Give OWNER/NAME@COMMIT, or ./ where the action is in this checkout.`);
}
function findSetUp(name) {
	const found = SET_UPS.find((setUp) => setUp.name === name);
	if (found !== void 0) return found;
	const list = SET_UPS.map(({ name, purpose }) => `  ${name.padEnd(16)} ${purpose}\n`).join("");
	throw new UserError(`--setup cannot be ${JSON.stringify(name)}. The set-ups are:\n${list}`);
}
/** null: the load test uses k6. */
function findTool(name) {
	if (name === void 0 || name === "k6") return null;
	const found = SET_UP_TOOLS.find((tool) => tool.name === name);
	if (found !== void 0) return found;
	const names = SET_UP_TOOLS.map((tool) => tool.name).join(", ");
	throw new UserError(`--tool cannot be ${JSON.stringify(name)}. The tools are: k6, ${names}.`);
}
function filesOfTool(tool, setUp, facts, action) {
	const { use } = tool;
	const repository = serviceOfScript("", facts.slug?.split("/")[1] ?? "");
	const service = use.kind === "load" ? repository : `${repository}-benchmarks`;
	const values = {
		defaultBranch: facts.defaultBranch,
		script: "",
		service,
		startCommand: facts.startCommand,
		action
	};
	const workflows = setUp.workflows.map(({ path, template }) => ({
		path,
		text: fillWorkflow(toolWorkflow(template, tool, service), values)
	}));
	const primary = {
		metric: use.kind === "load" ? "latency" : "parse",
		stat: use.kind === "load" ? "p95" : "p50"
	};
	const policy = policyText([{
		path: "",
		service
	}], action, {
		primary,
		isConfirmed: use.kind === "load"
	});
	return [
		...workflows,
		...use.kind === "load" ? [{
			path: ".github/perf-gate.measure.yml",
			text: measureText({
				...values,
				loadCommand: use.command
			})
		}] : [],
		...use.kind === "load" ? use.files : [],
		{
			path: ".github/perf-gate.yml",
			text: policy
		}
	];
}
function filesOf(setUp, facts, action) {
	const { path: script, service } = facts.scripts[0] ?? NO_SCRIPT;
	const values = {
		defaultBranch: facts.defaultBranch,
		script,
		service,
		startCommand: facts.startCommand,
		action
	};
	const workflows = setUp.workflows.map(({ path, template }) => ({
		path,
		text: fillWorkflow(template, values)
	}));
	const measureFile = {
		path: ".github/perf-gate.measure.yml",
		text: measureText(values)
	};
	return [
		...workflows,
		...setUp.measures ? [measureFile] : [],
		{
			path: ".github/perf-gate.yml",
			text: policyText(facts.scripts, action)
		}
	];
}
const NO_SCRIPT = {
	path: "load.js",
	service: "checkout"
};
/** How a workflow refers to this program when it lies in a checkout of its repository: owner/name@commit. */
async function ownReference(folder) {
	const own = (0, import__builtin_path.dirname)(process.argv[1] ?? "");
	const top = await outputOf("git", ["rev-parse", "--show-toplevel"], own);
	if (top === null || top === folder) return null;
	const [slug, commit] = [await slugOf(own), await outputOf("git", ["rev-parse", "HEAD"], own)];
	return slug === null || commit === null ? null : `${slug}@${commit}`;
}
const VERBS = {
	new: "wrote",
	same: "already there",
	differs: "replaced"
};
function summary(setUp, facts, files, tool) {
	const written = files.map(({ path, state }) => `${VERBS[state].padEnd(14)} ${path}\n`).join("");
	const marked = files.flatMap(({ path, text }) => text.split("\n").flatMap((line, index) => line.includes("# REPLACE") ? [`     ${path}:${index + 1}: ${line.trim()}\n`] : []));
	return `Set-up ${setUp.name}. ${setUp.purpose}
${written}
Found: ${tool === null ? found(facts) : foundFor(tool, facts)}

What is left to do:
  1. ${marked.length === 0 ? "Read the workflow." : "Look at the lines that are marked with REPLACE:"}
${marked.join("")}  2. gh label create perf-override --description "Accept a performance regression, with a reason"
  3. Commit, push, and open a pull request.
  4. Require the status perf-gate: docs/required-check.md says how.
  5. perf-gate doctor
`;
}
function foundFor({ name, title }, { slug, defaultBranch }) {
	return `${slug ?? "a repository without a remote"}, default branch ${defaultBranch}. What ${title} needs: docs/tools/${name}.md`;
}
function found({ slug, defaultBranch, scripts }) {
	const [first, ...others] = scripts;
	const list = others.map(({ path, service }) => `\n  ${path} (${service})`).join("");
	const script = first === void 0 ? "no k6 script, so the workflow runs load.js: write it, or change the line" : `the k6 script ${first.path} of the service ${first.service}`;
	const more = others.length === 0 ? "" : `. These k6 scripts are not in the workflow yet:${list}`;
	return `${slug ?? "a repository without a remote"}, default branch ${defaultBranch}, ${script}${more}`;
}
export { USAGE, init };
