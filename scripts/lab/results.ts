import { median, medianAbsoluteDeviation, sampleStandardDeviation } from 'simple-statistics'
import type { Samples } from '../../src/model/samples.ts'
import { binomialInterval } from '../../src/statistics/binomial-interval.ts'
import { measureRates } from '../simulation/rates.ts'
import { ONE_SERVICE } from '../simulation/scenario.ts'
import type { Arm, Settings } from './campaign.ts'
import { cutExperiments, type Experiment } from './experiments.ts'
import { judgeExperiment, type LabDesign } from './judge-experiment.ts'
import { p95Of, readSlotRun } from './read-slot-run.ts'
import { RIVAL_RULES, type RuleData } from './rival-rules.ts'

/** How often something happened, with the exact two-sided 95 % interval of its rate. */
export type Counted = Readonly<{ count: number; of: number; lower: number; upper: number }>

/** The rates of one rule with one number of runs. */
export type Row = Readonly<{
  rule: string
  label: string
  runs: number
  /** The alarms on the unchanged version and on the slower version. null: the rule needs more runs than there are. */
  falseAlarms: Counted | null
  detections: Counted | null
  /** The rates of the simulation with the noise of this campaign. null: the simulation does not have this rule. */
  simulated: Readonly<{ falseAlarms: number; detections: number }> | null
}>

/** One p95 in milliseconds for each arm. */
export type SlotValues = Readonly<Record<Arm, number> & { slot: number }>

/** How much the p95 of unchanged code varied from run to run, as standard deviations of its logarithm. */
export type MeasuredNoise = Readonly<{
  /** Of all runs, including slow runs. */
  plain: number
  /** From the median absolute deviation, which slow runs hardly influence. */
  robust: number
  /** The share of runs that were slower than the median by more than 2.5 times `robust`. */
  slowShare: number
}>

/** The results of one campaign. */
export type Results = Readonly<{
  schemaVersion: 1
  settings: Settings
  machine: Readonly<{ cores: number; model: string; k6: string; node: string }>
  noise: MeasuredNoise
  rows: readonly Row[]
  values: readonly SlotValues[]
}>

/**
 * The number of simulated pull requests for one rate. With it, the standard error of a rate of 5 % is half a percentage point.
 */
const SIMULATED = 2000
const SIMULATION_SEED = 1

const SIMULATED_DESIGNS = { pairs: 'pairs', runs: 'runs', jobs: 'store' } as const satisfies Record<LabDesign, string>

/** The p95 of all runs of a campaign. */
export async function readValues(work: string, slots: readonly number[]): Promise<readonly SlotValues[]> {
  const values: SlotValues[] = []
  for (const slot of slots.toSorted((left, right) => left - right)) {
    const p95 = async (arm: Arm) => p95Of(await readSlotRun(work, slot, arm, { side: 'candidate', jobId: null }))
    const [baseline, unchanged, slower] = [await p95('baseline'), await p95('unchanged'), await p95('slower')]
    values.push({ slot, baseline, unchanged, slower })
  }
  return values
}

/** The ratio of the standard deviation to the median absolute deviation in a normal distribution: 1 / qnorm(.75) in R. */
const MAD_FACTOR = 1.482602218505602

const SLOW_SD = 2.5

/** How much unchanged code varied, from all runs of the old version. */
export function noiseOf(values: readonly SlotValues[]): MeasuredNoise {
  const logs = values.flatMap(({ baseline, unchanged }) => [Math.log(baseline), Math.log(unchanged)])
  const robust = MAD_FACTOR * medianAbsoluteDeviation(logs)
  const slow = logs.filter((log) => log > median(logs) + SLOW_SD * robust).length
  return { plain: logs.length < 2 ? 0 : sampleStandardDeviation(logs), robust, slowShare: slow / logs.length }
}

/** The rates of the rules of other tools, from the same numbers. */
export function rivalRows(values: readonly SlotValues[], runs: number): readonly Row[] {
  const bySlot = new Map(values.map((one) => [one.slot, one]))
  const alarms = (candidate: Experiment['candidate']) =>
    cutExperiments([...bySlot.keys()], runs, candidate).map((experiment) => ruleData(experiment, bySlot))
  const [unchanged, slower] = [alarms('unchanged'), alarms('slower')]
  return RIVAL_RULES.map(({ id, label, alarm }) => ({
    rule: id,
    label,
    runs,
    falseAlarms: counted(unchanged.map(alarm)),
    detections: counted(slower.map(alarm)),
    simulated: null,
  }))
}

function ruleData({ candidate, slots, history }: Experiment, values: ReadonlyMap<number, SlotValues>): RuleData {
  const read = ([first, ...rest]: readonly [number, ...number[]], arm: Arm): Samples => [
    valueIn(values, first, arm),
    ...rest.map((slot) => valueIn(values, slot, arm)),
  ]
  return { baseline: read(slots, 'baseline'), candidate: read(slots, candidate), history: read(history, 'baseline') }
}

function valueIn(values: ReadonlyMap<number, SlotValues>, slot: number, arm: Arm): number {
  const found = values.get(slot)
  if (found === undefined) throw new RangeError(`There is no slot ${slot}.`)
  return found[arm]
}

type Played = Readonly<{ runs: number; design: LabDesign; effectRatio: number }>

/** The rates of this gate with the same runs: how often it blocks by default, and how often it calls a slowdown proven. */
export async function gateRows(
  work: string,
  values: readonly SlotValues[],
  { runs, design, effectRatio }: Played,
): Promise<readonly Row[]> {
  const slots = values.map(({ slot }) => slot)
  const [unchanged, slower] = [
    await verdictsOf(work, cutExperiments(slots, runs, 'unchanged'), design),
    await verdictsOf(work, cutExperiments(slots, runs, 'slower'), design),
  ]
  const simulated = simulatedRates({ runs, design, effectRatio }, noiseOf(values))
  return (['blocked', 'proven'] as const).map((what) => ({
    rule: `perf-gate-${design}-${what}`,
    label: `perf-gate, ${design}: ${what}`,
    runs,
    falseAlarms: counted(unchanged.map((one) => one[what])),
    detections: counted(slower.map((one) => one[what])),
    simulated: { falseAlarms: simulated.unchanged[what], detections: simulated.slower[what] },
  }))
}

type Said = Readonly<{ blocked: boolean; proven: boolean }>

async function verdictsOf(
  work: string,
  experiments: readonly Experiment[],
  design: LabDesign,
): Promise<readonly Said[]> {
  const said: Said[] = []
  for (const experiment of experiments) {
    const { blocked, services } = await judgeExperiment(work, experiment, design)
    const proven = services.some(({ comparisons }) =>
      comparisons.some(({ role, verdict }) => role === 'primary' && verdict === 'regressed'),
    )
    said.push({ blocked, proven })
  }
  return said
}

/** In the simulation, slow runs are slower by an exponential share with a mean of 15 %, as the slow runs that were measured. */
function simulatedRates({ runs, design, effectRatio }: Played, { robust, slowShare }: MeasuredNoise) {
  const outliers = { share: slowShare, slower: 'exponential' } as const
  const scenario = { ...ONE_SERVICE, design: SIMULATED_DESIGNS[design], runs, noise: robust, outliers }
  const rates = measureRates(scenario, [0, effectRatio], SIMULATED, SIMULATION_SEED)
  const both = (effect: number) => ({
    blocked: rates.get(effect)?.blocked.mean ?? Number.NaN,
    proven: rates.get(effect)?.proven.mean ?? Number.NaN,
  })
  return { unchanged: both(0), slower: both(effectRatio) }
}

/** Experiments without an answer do not count. null: no experiment has an answer. */
export function counted(alarms: readonly (boolean | null)[]): Counted | null {
  const answers = alarms.filter((alarm) => alarm !== null)
  if (answers.length === 0) return null
  const count = answers.filter((alarm) => alarm).length
  return { count, of: answers.length, ...binomialInterval(count, answers.length) }
}
