import type { Measured, Table } from './cells.ts'
import { type Kept, keptPromises } from './promises.ts'
import type { Rates } from './rates.ts'
import { besideReference } from './reference-rates.ts'
import type { Sentence } from './words.ts'

/** The page `docs/accuracy.md`. */
export function accuracyPage(measured: readonly Measured[], pullRequests: number): string {
  const of = (table: Table) => measured.filter((cell) => cell.table === table)
  return `# How often the gate is right

How often pull requests are blocked under the default policy, and how often the words of the report are true: simulated through the
same code that judges, records and plans reruns. Made by \`npm run simulate\`, which writes this page. ${pullRequests.toLocaleString('en')} pull requests a
cell, half of that for 8 services and a quarter for 16, so a rate of 5 % is known to about ± ${errorOfFive(pullRequests)} points (one service) to
± ${errorOfFive(pullRequests / 4)} (16). The random numbers are seeded: the same command gives the same page.

## Promises

${promiseTable(keptPromises(measured))}

"At the limit" is worse than promised by no more than the error of the simulation. What is not kept stands here so that nobody relies
on it.

What the words mean:

- **noise**: how much the p95 of the same code varies from run to run (standard deviation). Measure yours: the report prints it.
- **blocked**: the estimate is over the limit of 5 %, proven or not; an endpoint blocks only when it is proven. This is the literal
  promise, and what the default policy does.
- **caught**: the service that is slower is one that blocks. With several services, the change hits one of them.
- **silent**: not blocked and not even a warning about the slower service. For a real slowdown this is the worst that can happen.
- **runs**: mean number of pairs, runs or candidate jobs a service. A confirmation adds them to services that are open, and to no others.
- **store**: 20 jobs or more of unchanged code, one run each, that were recorded one after the other, judged and marked as \`record\`
  does. Its pull requests share their baseline in groups of 15, and the error counts the groups.

## What people set up

Every service has a total and three endpoints. \`confirmed\` is \`confirmation: { max-runs: 10 }\`, as \`perf-gate init\` writes it.

${setUpTable(of('set-ups'))}

One look cannot keep both promises for many services: the literal rule blocks whatever is over the limit, and with 8 services one of
them often is by chance. No rule can repair that at the same number of runs. A confirmation spends more runs where it is not sure.

## Worlds that are not as simple

Three endpoints a service. Runs of 3 % noise where machines differ, else 4 %.

${worldTable(of('worlds'))}

Machines that drift or come in classes make a store worse and leave pairs as they are: in a pair, both sides have the same machine. No rule
repairs such a store: what varies from job to job does not become less by more jobs of the same days. So where the table says more than you
want to live with, **use pairs**. The report asks for them where it sees that stored jobs are not alike, and calls nothing proven against such
a store. It sees two classes of machines in most stores of 45 jobs, and drift in one of five (\`src/statistics/uneven-store.ts\` has the figures).

Outliers are seen where a second job can be asked: a store with confirmation believes no single job. Pairs stop seldom by mistake there; what they block is the
literal last look, because 10 pairs with two outliers among them are not precise enough for a limit of 5 %.

## The words of the report

4 % noise, three endpoints. "Proven" is wrong where it stands beside a service that did not change. "X or more would have been proven"
is true where a slowdown of exactly X, measured anew, is proven. "With N runs a change of 10 % could be told from noise" is said where the answer is open. It
counts as true where N in all then prove a change, or exclude one of 10 %. At +10 % few are still open. They had unlucky runs, and those stay among the N.

${wordTable(of('words'))}

## What recording leaves

Unchanged code only. A mark starts a new baseline, so a false one throws good jobs away, unless the next push takes it back; the window has 20
jobs at most. Where 1 job in 20 is an outlier, each one that no stored job was like is marked, and once more when the next push is back.

${recordingTable(of('recording'))}

## Beside an independent calculation

Another program, with other random numbers, simulated one look, and a confirmation with plain bounds of Wald, without endpoints. "Said" is what it
found. The confirmation of today stops more strictly as changed and sooner as unchanged, so it blocks and catches a little less.

${referenceTable(of('reference'))}

## One look, one service

Without endpoints, so that the designs themselves are compared. The plain rule "one p95 more than 5 % above the other" is what
\`blocked\` of one run against one run shows.

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

/** How often it is said, and how often it is true where it is said. */
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
