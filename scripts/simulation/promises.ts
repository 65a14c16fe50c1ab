import {
  confirmed,
  differentMachines,
  type Line,
  manyServices,
  OUTLIER_SHARE,
  oneLook,
  type Settings,
} from './accuracy-tables.ts'
import type { Rates } from './rates.ts'

/** All that is simulated. */
export type Measured = Readonly<{
  oneLook: readonly Line[]
  oneLookOutliers: readonly Line[]
  machines: readonly Line[]
  confirmed: readonly Line[]
  confirmedInconclusive: readonly Line[]
  confirmedOutliers: readonly Line[]
  many: readonly Line[]
}>

/** Simulates everything: some minutes with the full number of pull requests. */
export function measureAll(settings: Settings): Measured {
  return {
    oneLook: oneLook(0, settings),
    oneLookOutliers: oneLook(OUTLIER_SHARE, settings),
    machines: differentMachines(settings),
    confirmed: confirmed(0, 'unproven', settings),
    confirmedInconclusive: confirmed(0, 'unproven-and-inconclusive', settings),
    confirmedOutliers: confirmed(OUTLIER_SHARE, 'unproven-and-inconclusive', settings),
    many: manyServices(settings),
  }
}

/** One promise, and whether it was kept. `at the limit`: broken by no more than the error of the simulation. */
export type Kept = Readonly<{
  promise: string
  worst: string
  state: 'kept' | 'at the limit' | 'not kept'
  where: string
}>

/** Broken places that are named. */
const MAX_PLACES = 3

/** Reads the promises off the measured rates. A promise is broken where any of its cells breaks it by more than
 * the error of the simulation. */
export function keptPromises(measured: Measured): readonly Kept[] {
  const all = [...measured.oneLook, ...measured.oneLookOutliers].filter(({ scenario }) => scenario.runs >= 3)
  const threeOrMore = all.filter(({ scenario }) => scenario.design !== 'history-with-step')
  const stepped = all.filter(({ scenario }) => scenario.design === 'history-with-step')
  const upTo5 = (lines: readonly Line[]) => lines.filter(({ scenario }) => scenario.noise <= 0.05)
  const fivePairs = measured.many.filter(({ label }) => label === '5 pairs, confirmed up to 10')
  return [
    atMost('3 or more runs: unchanged code is proven to be slower in at most 5.5 %', threeOrMore, 0, 'proven', 0.055),
    atMost('3 or more runs: +10 % is said to be unchanged in at most 2 %', threeOrMore, 0.1, 'saidUnchanged', 0.02),
    atMost('3 or more runs: +10 % passes in silence in at most 2 %', threeOrMore, 0.1, 'silent', 0.02),
    atMost(
      'default branch stepped by 5 to 20 % in its last 20 jobs, 3 jobs: unchanged code is proven to be slower in at most 5.5 %',
      stepped,
      0,
      'proven',
      0.055,
    ),
    atMost(
      'confirmed, noise up to 5 %: unchanged code is blocked in at most 5 %',
      upTo5(measured.confirmed),
      0,
      'blocked',
      0.05,
    ),
    atLeast(
      'confirmed, noise up to 5 %: +10 % is blocked in at least 97 %',
      upTo5(measured.confirmed),
      0.1,
      'blocked',
      0.97,
    ),
    atMost(
      'confirmed also while inconclusive, noise up to 5 %: unchanged code is blocked in at most 5 %',
      upTo5(measured.confirmedInconclusive),
      0,
      'blocked',
      0.05,
    ),
    atLeast(
      'confirmed also while inconclusive, noise up to 5 %: +10 % is blocked in at least 97 %',
      upTo5(measured.confirmedInconclusive),
      0.1,
      'blocked',
      0.97,
    ),
    atMost(
      '16 services, 80 series, 5 pairs, 3 % noise, confirmed: unchanged code is blocked in at most 5 %',
      fivePairs,
      0,
      'blocked',
      0.05,
    ),
  ]
}

type RateKey = Exclude<keyof Rates, 'pullRequests' | 'runs'>

function atMost(promise: string, lines: readonly Line[], effect: number, key: RateKey, limit: number): Kept {
  return judged(promise, lines, effect, key, (rate) => rate - limit)
}

function atLeast(promise: string, lines: readonly Line[], effect: number, key: RateKey, limit: number): Kept {
  return judged(promise, lines, effect, key, (rate) => limit - rate)
}

function judged(
  promise: string,
  lines: readonly Line[],
  effect: number,
  key: RateKey,
  excess: (rate: number) => number,
): Kept {
  const cells = lines.flatMap((line) => {
    const rate = line.at.get(effect)?.[key]
    return rate === undefined ? [] : [{ line, rate }]
  })
  const sorted = cells.toSorted((left, right) => excess(right.rate) - excess(left.rate))
  const [worst] = sorted
  if (worst === undefined) throw new Error(`Nothing was measured for: ${promise}.`)
  const broken = sorted.filter(({ rate, line }) => excess(rate) > simulationError(rate, line.at.get(effect)))
  const told = (broken.length === 0 ? [worst] : broken.slice(0, MAX_PLACES)).map(
    ({ line, rate }) => `${placeOf(line)}: ${percent(rate)}`,
  )
  const more = broken.length > MAX_PLACES ? [`and ${broken.length - MAX_PLACES} more of ${cells.length}`] : []
  const state = broken.length > 0 ? 'not kept' : excess(worst.rate) > 0 ? 'at the limit' : 'kept'
  return { promise, worst: percent(worst.rate), state, where: [...told, ...more].join('; ') }
}

/** One-sided 95 %: a rate this close to its limit may be on either side of it. */
function simulationError(rate: number, rates: Rates | undefined): number {
  return 1.645 * Math.sqrt((rate * (1 - rate)) / (rates?.pullRequests ?? 1))
}

function percent(ratio: number): string {
  return `${(100 * ratio).toFixed(1)} %`
}

function placeOf({ label, scenario }: Line): string {
  return `${label}, ${100 * scenario.noise} % noise${scenario.outliers > 0 ? ', outliers' : ''}`
}
