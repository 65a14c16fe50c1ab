import type { Line } from './accuracy-tables.ts'
import { type Kept, keptPromises, type Measured } from './promises.ts'
import type { Rates } from './rates.ts'
import { besideReference } from './reference-rates.ts'

/** The page `docs/accuracy.md`. */
export function accuracyPage(measured: Measured, pullRequests: number): string {
  return `# How often the gate is right

Rates of **blocked pull requests under the default policy**, simulated through the same code that judges real results. Made by
\`npm run simulate\`, which writes this page. ${pullRequests.toLocaleString('en')} pull requests a cell (a quarter of that for 16
services), so a rate of 5 % is known to about ± ${errorOfFive(pullRequests)} points. The random numbers are seeded: the same
command gives the same page.

What the words mean:

- **noise**: how much the p95 of the same code varies from run to run (standard deviation). Measure yours: the report prints it.
- **outliers**: one run in ten is slowed down by 15 % on average.
- **blocked**: the estimate is over the limit of 5 %, proven or not. This is the literal promise, and what the default policy does.
- **proven**: blocked, and the change can be told from noise. Endpoints block only then.
- **silent**: not blocked and not even a warning. For a real slowdown this is the worst that can happen.

## Promises

${promiseTable(keptPromises(measured))}

The plain rule "one p95 more than 5 % above the other" is what \`blocked\` of one run against one run shows. At 5 % noise it blocks a
quarter of the pull requests that change nothing. No rule can repair that: it takes more runs, pairs, or a confirmation.

"At the limit" is worse than promised by no more than the error of the simulation. What is not kept has three reasons:

- **Silence.** The default policy says nothing about an \`inconclusive\` whose estimate is at most half the limit. With 5 % noise and three
  runs a side, a slowdown of 10 % looks that small in one of twenty cases. Five runs or pairs halve that; 3 % noise or a confirmation
  removes it.
- **A confirmation that only waits for \`unproven\`** cannot find what the first look did not show. Let it go on while a service is
  \`inconclusive\`, too, where noise is above 2 %. \`confirmation\` in the policy does, unless \`inconclusive\` is \`off\`.
- **A step of the default branch that is not found yet.** With 5 % noise or more, the window mixes two levels for some commits.

## Beside an independent calculation

The share of \`proven\`, in percent: as another program found it for the same rule, and as measured here.

${table(['design', 'noise', 'rule', '0 %: expected', 'measured', '+10 %: expected', 'measured'], besideReference(measured))}

## One look, one service

${effectTable(measured.oneLook, 'noise')}

## The same, with outliers

${effectTable(measured.oneLookOutliers, 'noise')}

## Machines that differ

Runs of 2 % noise. Machines vary by 2.66 % (hosted runners: https://codspeed.io/blog/benchmarks-in-ci-without-noise) or by 5 %.
Five runs a side on two machines are one against one, because the gate counts jobs there: the runs say nothing about the machines.

${effectTable(measured.machines, 'machines')}

## With a confirmation job

The data are looked at with 3, 5, 7 and 10 runs a side. "While unproven" is what blocks a merge: more runs are added only while the
estimate is over the limit and not proven. "Also while inconclusive" adds runs as well while a slowdown over the limit cannot be
excluded: it costs more runs and catches what the first three runs hid.

### While unproven

${confirmedTable(measured.confirmed)}

### Also while inconclusive

${confirmedTable(measured.confirmedInconclusive)}

### Also while inconclusive, with outliers

${confirmedTable(measured.confirmedOutliers)}

## 16 services with 80 gated series

3 % noise. One service of sixteen has the change. A pull request is blocked when any of the 80 series blocks.

${manyTable(measured.many)}
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

function effectTable(lines: readonly Line[], by: 'noise' | 'machines'): string {
  const rows = lines.map(({ label, scenario, at }) => {
    const noise = by === 'noise' ? scenario.noise : scenario.machineNoise
    return [
      label,
      percent(noise),
      rate(at, 0, 'blocked'),
      rate(at, 0, 'proven'),
      rate(at, 0.05, 'blocked'),
      rate(at, 0.1, 'blocked'),
      rate(at, 0.1, 'proven'),
      rate(at, 0.1, 'silent'),
      rate(at, 0.2, 'blocked'),
    ]
  })
  return table(
    ['design', by, '0 %: blocked', 'proven', '+5 %: blocked', '+10 %: blocked', 'proven', 'silent', '+20 %: blocked'],
    rows,
  )
}

function confirmedTable(lines: readonly Line[]): string {
  const rows = lines.map(({ label, scenario, at }) => [
    label,
    percent(scenario.noise),
    rate(at, 0, 'blocked'),
    rate(at, 0, 'proven'),
    runs(at, 0),
    rate(at, 0.1, 'blocked'),
    rate(at, 0.1, 'silent'),
    runs(at, 0.1),
    rate(at, 0.2, 'blocked'),
  ])
  return table(
    ['design', 'noise', '0 %: blocked', 'proven', 'runs', '+10 %: blocked', 'silent', 'runs', '+20 %: blocked'],
    rows,
  )
}

function manyTable(lines: readonly Line[]): string {
  const rows = lines.map(({ label, at }) => [
    label,
    rate(at, 0, 'blocked'),
    rate(at, 0, 'proven'),
    rate(at, 0.1, 'blocked'),
    rate(at, 0.1, 'proven'),
    rate(at, 0.2, 'blocked'),
    runs(at, 0),
  ])
  return table(['design', '0 %: blocked', 'proven', '+10 %: blocked', 'proven', '+20 %: blocked', 'runs at 0 %'], rows)
}

function rate(at: ReadonlyMap<number, Rates>, effect: number, key: 'blocked' | 'proven' | 'silent'): string {
  const rates = at.get(effect)
  return rates === undefined ? '' : (100 * rates[key]).toFixed(1)
}

function runs(at: ReadonlyMap<number, Rates>, effect: number): string {
  return at.get(effect)?.runs.toFixed(1) ?? ''
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
