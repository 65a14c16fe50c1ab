import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod'
import { UserError } from '../../src/model/errors.ts'

/** The versions that a slot measures: the baseline, the baseline again with another seed, and the slower version. */
export const ARMS = ['baseline', 'unchanged', 'slower'] as const

export type Arm = (typeof ARMS)[number]

const Settings = z.strictObject({
  /** 0.1: every request of the slower version takes 10 % longer. */
  effectRatio: z.number().positive(),
  /** The length of one run of k6. */
  seconds: z.number().positive(),
  requestsPerSecond: z.int().positive(),
  seed: z.int().nonnegative(),
  /** The parameters of the baseline's latency law. */
  medianMs: z.number().positive(),
  sigma: z.number().positive(),
})

/** The settings that all runs of one campaign share. */
export type Settings = Readonly<z.infer<typeof Settings>>

/** A run that the campaign plans. */
export type PlannedRun = Readonly<{ arm: Arm; factor: number; seed: number }>

/** Does the run, and writes `summary.json` and `exit-code` into the folder. */
export type MeasureRun = (run: PlannedRun, settings: Settings, folder: string) => Promise<void>

/**
 * All six orders of three arms. In six slots, each arm is first, second and last twice, and follows each other arm equally often.
 * So a machine that gets slower favours no arm (Williams 1949, https://doi.org/10.1071/CH9490149).
 */
const ORDERS: readonly (readonly [Arm, Arm, Arm])[] = [
  ['baseline', 'unchanged', 'slower'],
  ['slower', 'unchanged', 'baseline'],
  ['unchanged', 'slower', 'baseline'],
  ['baseline', 'slower', 'unchanged'],
  ['unchanged', 'baseline', 'slower'],
  ['slower', 'baseline', 'unchanged'],
]

/** The runs of a slot in their order. The first slot has the number 1. Each run of the campaign has its own seed. */
export function plannedRuns(slot: number, { effectRatio, seed }: Settings): readonly PlannedRun[] {
  const order = ORDERS[(slot - 1) % ORDERS.length] ?? ARMS
  return order.map((arm) => ({
    arm,
    factor: arm === 'slower' ? 1 + effectRatio : 1,
    seed: seed + ARMS.length * slot + ARMS.indexOf(arm),
  }))
}

/** The folder of a finished slot. */
export function slotFolder(work: string, slot: number): string {
  return join(work, `slot-${String(slot).padStart(4, '0')}`)
}

/**
 * Prepares the folder of a campaign, and returns the slots that are already measured.
 *
 * @throws UserError when the folder contains runs that must not be kept, or runs with other settings
 */
export async function openCampaign(work: string, settings: Settings, resume: boolean): Promise<ReadonlySet<number>> {
  const file = join(work, 'settings.json')
  if (existsSync(file)) {
    if (!resume)
      throw new UserError(`${work} has runs of a campaign. Add --resume to go on with it, or remove the folder.`)
    requireSame(work, Settings.parse(JSON.parse(await readFile(file, 'utf8'))), settings)
  } else {
    await mkdir(work, { recursive: true })
    await writeFile(file, `${JSON.stringify(settings, null, 2)}\n`)
  }
  return finishedSlots(work)
}

function requireSame(work: string, found: Settings, wanted: Settings): void {
  for (const key of Object.keys(found) as (keyof Settings)[]) {
    if (found[key] === wanted[key]) continue
    throw new UserError(
      `The runs in ${work} were made with ${key} ${found[key]}, and now it is ${wanted[key]}. ` +
        'Runs of different settings cannot be mixed: use the same flags, or another folder.',
    )
  }
}

/** The numbers of the slots that have all their runs. */
export async function finishedSlots(work: string): Promise<ReadonlySet<number>> {
  const names = await readdir(work)
  return new Set(names.flatMap((name) => /^slot-(\d{4})$/.exec(name)?.[1] ?? []).map(Number))
}

/**
 * Measures the missing slots one after the other. The folder of a slot gets its name when all its runs are done. After an
 * interruption the whole slot is measured again, so that its runs always lie close together in time.
 */
export async function measureSlots(
  work: string,
  settings: Settings,
  slots: readonly number[],
  measure: MeasureRun,
  progress: (slot: number) => void,
): Promise<void> {
  for (const slot of slots) {
    const part = `${slotFolder(work, slot)}.part`
    await rm(part, { recursive: true, force: true })
    for (const run of plannedRuns(slot, settings)) {
      const folder = join(part, run.arm)
      await mkdir(folder, { recursive: true })
      await measure(run, settings, folder)
    }
    await rename(part, slotFolder(work, slot))
    progress(slot)
  }
}
