import type { Measured, Table } from './cells.ts'
import { type Kept, keptPromises } from './promises.ts'
import type { Rates } from './rates.ts'
import { besideReference } from './reference-rates.ts'
import type { Sentence } from './words.ts'

/** The page `docs/accuracy.md`. */
export function accuracyPage(measured: readonly Measured[], pullRequests: number): string {
  const of = (table: Table) => measured.filter((cell) => cell.table === table)
  return `# How often the gate is right

How often the default policy blocks pull requests, and how often the sentences of the report are true. The simulation runs the code
that judges, records and plans reruns. This page is made by \`npm run simulate\`. Each cell has ${pullRequests.toLocaleString('en')} pull requests,
half of that for 8 services and a quarter for 16, so a rate of 5 % is known to about ± ${errorOfFive(pullRequests)} points (one service) to
± ${errorOfFive(pullRequests / 4)} (16). The random numbers are seeded, so the same command gives the same page.

## Promises

${promiseTable(keptPromises(measured))}

A promise "at the limit" is missed by no more than the error of the simulation. Promises that are not kept are listed as well, so that
nobody relies on them.

What the words mean:

- **noise**: how much the p95 of the same code varies from run to run (standard deviation). Measure yours: the report prints it.
- **blocked**: the estimate of a service is over the limit of 5 %, proven or not, or an endpoint is proven to be over it. This is what
  the default policy does.
- **caught**: the slower service blocks. With several services, the change affects one of them.
- **silent**: the slower service neither blocks nor gets a warning. For a real slowdown this is the worst that can happen.
- **runs**: the mean number of pairs, runs or candidate jobs per service. A confirmation adds runs only to services whose result is open.
- **store**: at least 20 jobs of unchanged code with one run each, recorded one after the other, judged and marked as \`record\`
  does. Its pull requests share their baseline in groups of 15, and the error counts the groups.

## What people set up

Every service has a total and three endpoints. \`confirmed\` is \`confirmation: { max-runs: 10 }\`, as \`perf-gate init\` writes it.

${setUpTable(of('set-ups'))}

A single judgement cannot keep both promises for many services. The rule blocks every service that is over the limit, and with 8
services one of them often is by chance. No rule can do better with the same number of runs. A confirmation adds runs where it is not sure.

## Worlds that are not as simple

Each service has three endpoints. The noise of the runs is 3 % if machines differ, and otherwise 4 %.

${worldTable(of('worlds'))}

Machines that drift or come in classes make a store worse. They do not affect pairs, because both sides of a pair have the same machine. No
rule can repair such a store, because more jobs of the same days do not reduce what varies from job to job. If the rates in the table are too
high for you, **use pairs**. When the report sees that stored jobs differ, it asks for pairs, and it calls nothing proven against that
store. It sees two classes of machines in most stores of 45 jobs, and drift in one of five (\`src/statistics/uneven-store.ts\` has the figures).

A store with confirmation sees outliers, because it asks for a second job before it believes a single one. Pairs rarely stop by mistake.
Most of their false blocks come from the last judgement: 10 pairs with two outliers among them are not precise enough for a limit of 5 %.

## The words of the report

4 % noise, three endpoints. "Proven" is wrong if the service did not change. "X or more would have been proven" is true if a slowdown
of exactly X is measured again and then proven. "With N runs a change of 10 % could be told from noise" is said if the answer is open. It
counts as true if N runs in all then prove a change, or exclude a change of 10 %. At +10 %, few answers are still open. They had unlucky
runs, and these runs count among the N.

${wordTable(of('words'))}

## What recording leaves

Only unchanged code is recorded. A mark starts a new baseline, so a false mark discards good jobs unless the next push takes it back; the
window has at most 20 jobs. If 1 job in 20 is an outlier, each outlier without a similar stored job is marked, and so is the next push,
which is back at the old level.

${recordingTable(of('recording'))}

## Beside an independent calculation

Another program with other random numbers simulated a single judgement, and a confirmation with the plain bounds of Wald, both without
endpoints. "Said" is its result. The present confirmation needs more to stop as changed and less to stop as unchanged, so it blocks and
catches a little less.

${referenceTable(of('reference'))}

## One judgement, one service

There are no endpoints, so the table compares the designs themselves. The row of one run against one run shows in \`blocked\` how often
the plain rule "one p95 more than 5 % above the other" blocks.

${oneLookTable(of('one-look'))}
`
}

function promiseTable(promises: readonly Kept[]): string {
  const rows = promises.map(({ promise, worst, state, where }) => [
    promise,
    worst,
    state === 'not kept' ? '**not kept**' : state,
    where,
  ])
  return table(['promise', 'measured', '', 'where it is worst, or broken'], rows)
}

function setUpTable(cells: readonly Measured[]): string {
  const rows = cells.map(({ label, scenario, rates }) => [
    label,
    `${scenario.services}`,
    percent(scenario.noise),
    share(rates, 0, 'blocked'),
    runs(rates, 0),
    share(rates, 0.05, 'blocked'),
    share(rates, 0.1, 'caught'),
    share(rates, 0.1, 'silent'),
    runs(rates, 0.1),
  ])
  const head = [
    'set-up',
    'services',
    'noise',
    '0 %: blocked',
    'runs',
    '+5 %: blocked',
    '+10 %: caught',
    'silent',
    'runs',
  ]
  return table(head, rows)
}

function worldTable(cells: readonly Measured[]): string {
  const rows = cells.map(({ label, scenario, rates }) => [
    label,
    `${scenario.services}`,
    share(rates, 0, 'blocked'),
    share(rates, 0, 'provenWrong'),
    runs(rates, 0),
    share(rates, 0.1, 'caught'),
    share(rates, 0.1, 'silent'),
    runs(rates, 0.1),
  ])
  const head = [
    'set-up and world',
    'services',
    '0 %: blocked',
    '"proven", wrong',
    'runs',
    '+10 %: caught',
    'silent',
    'runs',
  ]
  return table(head, rows)
}

function wordTable(cells: readonly Measured[]): string {
  const rows = cells.map(({ label, scenario, rates, detectable, settles }) => [
    label,
    `${scenario.services}`,
    share(rates, 0, 'provenWrong'),
    share(rates, 0.1, 'proven'),
    share(rates, 0.1, 'provenWrong'),
    ...sentence(detectable),
    ...sentence(settles.get(0) ?? null),
    ...sentence(settles.get(0.1) ?? null),
  ])
  const head = [
    'design',
    'services',
    '0 %: "proven", wrong',
    '+10 %: "proven", right',
    'wrong',
    '"X would have been proven": said',
    'true',
    '0 %: "N could tell 10 % from noise": said',
    'true',
    '+10 %: said',
    'true',
  ]
  return table(head, rows)
}

function recordingTable(cells: readonly Measured[]): string {
  const rows = cells.map(({ label, scenario, recording }) => [
    label,
    `${scenario.services}`,
    percent(scenario.noise),
    recording === null ? '' : (100 * recording.marked.mean).toFixed(2),
    recording === null ? '' : recording.windowJobs.mean.toFixed(1),
  ])
  return table(
    ['store', 'services', 'noise', 'false marks, % of services and pushes', 'jobs in the window, mean'],
    rows,
  )
}

function referenceTable(cells: readonly Measured[]): string {
  const twice = (what: string) => [`${what}: said`, 'measured']
  const head = [
    'set-up',
    'services',
    'noise',
    ...['0 %: blocked', '+10 %: caught', '0 %: runs', '+10 %: runs'].flatMap(twice),
  ]
  return table(head, besideReference(cells))
}

function oneLookTable(cells: readonly Measured[]): string {
  const rows = cells.map(({ label, scenario, rates }) => [
    label,
    percent(scenario.noise),
    share(rates, 0, 'blocked'),
    share(rates, 0, 'proven'),
    share(rates, 0.05, 'blocked'),
    share(rates, 0.1, 'blocked'),
    share(rates, 0.1, 'proven'),
    share(rates, 0.1, 'silent'),
    share(rates, 0.2, 'blocked'),
  ])
  const head = [
    'design',
    'noise',
    '0 %: blocked',
    'proven',
    '+5 %: blocked',
    '+10 %: blocked',
    'proven',
    'silent',
    '+20 %: blocked',
  ]
  return table(head, rows)
}

type ByEffect = ReadonlyMap<number, Rates>

function share(rates: ByEffect, effect: number, key: Exclude<keyof Rates, 'runs'>): string {
  const found = rates.get(effect)?.[key]
  return found === undefined ? '' : (100 * found.mean).toFixed(1)
}

function runs(rates: ByEffect, effect: number): string {
  return rates.get(effect)?.runs.mean.toFixed(1) ?? ''
}

/** How often the sentence is said, and how often it is then true. */
function sentence(found: Sentence | null): readonly [said: string, isTrue: string] {
  if (found === null) return ['', '']
  return [(100 * found.said.mean).toFixed(1), found.true.of === 0 ? '' : (100 * found.true.mean).toFixed(1)]
}

function percent(ratio: number): string {
  return `${Number((100 * ratio).toFixed(2))} %`
}

function errorOfFive(pullRequests: number): string {
  return (100 * 1.96 * Math.sqrt((0.05 * 0.95) / pullRequests)).toFixed(1)
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  const align = head.map((_, index) => (index === 0 ? '---' : '---:'))
  return [line(head), line(align), ...rows.map(line)].join('\n')
}
