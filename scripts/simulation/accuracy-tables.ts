import type { Design, Scenario } from './pull-request.ts'
import { measureRates, type Rates, type TopUp } from './rates.ts'

/** One measured line: a scenario at several effects. */
export type Line = Readonly<{
  label: string
  scenario: Scenario
  topUp: TopUp
  /** Rates by effect. */
  at: ReadonlyMap<number, Rates>
}>

export type Settings = Readonly<{
  /** Simulated pull requests a cell. */
  pullRequests: number
  progress(label: string): void
}>

const ONE_SERVICE = { services: 1, endpointsPerService: 0, affectedServices: 1, machineNoise: 0, effect: 0 } as const
const EFFECTS = [0, 0.05, 0.1, 0.2]
const NOISES = [0.01, 0.02, 0.03, 0.05, 0.1]
export const OUTLIER_SHARE = 0.1

const LOOKED_AT_ONCE: readonly (readonly [string, Design, number])[] = [
  ['1 run against 1', 'same-machine', 1],
  ['3 against 3, one machine', 'same-machine', 3],
  ['5 against 5, one machine', 'same-machine', 5],
  ['10 against 10, one machine', 'same-machine', 10],
  ['3 pairs', 'pairs', 3],
  ['5 pairs', 'pairs', 5],
  ['10 pairs', 'pairs', 10],
  ['1 job against 20 stored', 'history', 1],
  ['3 jobs against 20 stored', 'history', 3],
  ['1 job, default branch stepped', 'history-with-step', 1],
  ['3 jobs, default branch stepped', 'history-with-step', 3],
]

/** One look, one service, every design, by noise. */
export function oneLook(outliers: number, settings: Settings): readonly Line[] {
  return LOOKED_AT_ONCE.flatMap(([label, design, runs]) =>
    NOISES.map((noise) => measure(label, { ...ONE_SERVICE, design, runs, noise, outliers }, 'none', EFFECTS, settings)),
  )
}

/** Runs of 2 % noise on machines that differ. */
export function differentMachines(settings: Settings): readonly Line[] {
  const scenarios = [
    ['5 runs a side, each side on a machine of its own', 'two-machines', 5],
    ['5 pairs on one machine', 'pairs', 5],
    ['1 job against 20 stored', 'history', 1],
    ['3 jobs against 20 stored', 'history', 3],
  ] as const
  return scenarios.flatMap(([label, design, runs]) =>
    [0.0266, 0.05].map((machineNoise) => {
      const scenario = { ...ONE_SERVICE, design, runs, machineNoise, noise: 0.02, outliers: 0 }
      return measure(label, scenario, 'none', EFFECTS, settings)
    }),
  )
}

/** A confirmation job adds runs, looks at 3, 5, 7 and 10. */
export function confirmed(outliers: number, topUp: TopUp, settings: Settings): readonly Line[] {
  return (['same-machine', 'pairs'] as const).flatMap((design) =>
    NOISES.map((noise) => {
      const scenario = { ...ONE_SERVICE, design, runs: 3, noise, outliers }
      const label = design === 'pairs' ? '3 to 10 pairs' : '3 to 10 runs a side, one machine'
      return measure(label, scenario, topUp, [0, 0.1, 0.2], settings)
    }),
  )
}

/** 16 services with five gated series each, 3 % noise. Effects hit one service. */
export function manyServices(settings: Settings): readonly Line[] {
  const many = { ...ONE_SERVICE, services: 16, endpointsPerService: 4, noise: 0.03, outliers: 0 }
  const fewer = { ...settings, pullRequests: Math.ceil(settings.pullRequests / 4) }
  const scenarios: readonly (readonly [string, Design, number, TopUp])[] = [
    ['1 run against 1', 'same-machine', 1, 'none'],
    ['3 against 3, one machine', 'same-machine', 3, 'none'],
    ['5 pairs', 'pairs', 5, 'none'],
    ['5 pairs, confirmed up to 10', 'pairs', 5, 'unproven'],
    ['5 pairs, confirmed up to 10, also inconclusive', 'pairs', 5, 'unproven-and-inconclusive'],
    ['10 pairs', 'pairs', 10, 'none'],
    ['3 jobs against 20 stored', 'history', 3, 'none'],
  ]
  return scenarios.map(([label, design, runs, topUp]) =>
    measure(label, { ...many, design, runs }, topUp, [0, 0.1, 0.2], fewer),
  )
}

function measure(
  label: string,
  scenario: Scenario,
  topUp: TopUp,
  effects: readonly number[],
  { pullRequests, progress }: Settings,
): Line {
  progress(`${label}, noise ${scenario.noise}, outliers ${scenario.outliers}, machines ${scenario.machineNoise}`)
  const at = new Map(
    effects.map((effect) => [
      effect,
      measureRates({ ...scenario, effect }, topUp, pullRequests, seedOf(label, scenario, effect)),
    ]),
  )
  return { label, scenario, topUp, at }
}

/** Every cell has random numbers of its own, and always the same. FNV-1a: http://www.isthe.com/chongo/tech/comp/fnv/ */
function seedOf(label: string, scenario: Scenario, effect: number): number {
  const text = JSON.stringify([label, scenario, effect])
  return [...text].reduce((hash, letter) => Math.imul(hash ^ letter.charCodeAt(0), 16777619), 2166136261)
}
