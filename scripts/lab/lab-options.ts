import { parseArgs } from 'node:util'
import { UserError } from '../../src/model/errors.ts'
import { parsePercent } from '../../src/policy/limit-text.ts'
import type { Settings } from './campaign.ts'
import { DESIGNS, type LabDesign } from './judge-experiment.ts'
import { LAB_LAW } from './latency-law.ts'

/** The options of the command line, or their defaults. */
export type LabOptions = Readonly<{
  settings: Settings
  /** Runs per side of one comparison. */
  runs: number
  /** The number of slots to measure. A slot is one run of each version. */
  slots: number
  designs: readonly LabDesign[]
  /** The folder of the summaries. */
  work: string
  /** The file of the results. The plot is written beside it. null: the results are only printed. */
  out: string | null
  resume: boolean
}>

const WORK = '.perf-gate/lab'

/** Reads the flags. Throws a UserError that names the flag and the value that was found. */
export function readLabOptions(args: readonly string[]): LabOptions {
  const values = valuesOf(args)
  const runs = wholeNumber('runs', values.runs)
  return {
    settings: {
      effectRatio: effectOf(values.effect),
      seconds: wholeNumber('seconds', values.seconds),
      requestsPerSecond: wholeNumber('rate', values.rate),
      seed: wholeNumber('seed', values.seed),
      medianMs: LAB_LAW.medianMs,
      sigma: LAB_LAW.sigma,
    },
    runs,
    slots: runs * wholeNumber('experiments', values.experiments),
    designs: designsOf(values.design),
    work: values.work,
    out: values.out ?? null,
    resume: values.resume,
  }
}

function valuesOf(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      strict: true,
      options: {
        effect: { type: 'string', default: '10%' },
        runs: { type: 'string', default: '5' },
        experiments: { type: 'string', default: '20' },
        seconds: { type: 'string', default: '4' },
        rate: { type: 'string', default: '125' },
        seed: { type: 'string', default: '1' },
        design: { type: 'string' },
        work: { type: 'string', default: WORK },
        out: { type: 'string' },
        resume: { type: 'boolean', default: false },
      },
    }).values
  } catch (error) {
    throw new UserError(error instanceof Error ? error.message : String(error))
  }
}

function effectOf(text: string): number {
  const parsed = parsePercent(text)
  if (parsed.kind === 'error') throw new UserError(`--effect is ${text}: ${parsed.problem}.`)
  if (parsed.value === 0) throw new UserError('--effect is 0: the unchanged version is always measured too.')
  return parsed.value
}

function wholeNumber(flag: string, text: string): number {
  if (/^[1-9]\d{0,5}$/.test(text)) return Number(text)
  throw new UserError(`--${flag} is ${text}: write a whole number above 0.`)
}

function designsOf(text: string | undefined): readonly LabDesign[] {
  if (text === undefined) return DESIGNS
  const design = DESIGNS.find((one) => one === text)
  if (design === undefined) throw new UserError(`--design is ${text}: write one of ${DESIGNS.join(', ')}.`)
  return [design]
}
