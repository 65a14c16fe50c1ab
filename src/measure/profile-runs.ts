import { cp, mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { FORMATS } from '../formats/registry.ts'
import type { Side } from '../model/run.ts'
import { name, type Text, text } from '../model/text.ts'
import { collectRuns } from '../results/collect-runs.ts'
import { readFolder } from '../results/folder.ts'
import { requestsOfRun } from '../results/requests-of-run.ts'
import type { RunJson } from '../results/run-json.ts'
import { orderOfPair } from './balanced-order.ts'
import { type MeasureContext, plannedRun, quoted, type ServiceProgress } from './measure-rounds.ts'
import { measureRun, type PlannedRun, valuesOf } from './measure-run.ts'
import { nodeRecorderEnvironment } from './node-recorder.ts'
import { type ProfileRecorder, profileFile, startRecorder } from './profile-recorder.ts'
import type { Profiler } from './profiler.ts'

/** The number of profiles on each side. With five, a function that changed can be told from noise: profiles/compare-profiles.ts. */
const PROFILES = 5

/** A service and the way in which its profiles are recorded. */
export type Profiled = Readonly<{ progress: ServiceProgress; profiler: Profiler }>

/**
 * Records profiles in additional runs, because recording slows a service down. They are stored in `run-<n>/profile/` after the
 * judged runs, together with the number of requests. When a profile cannot be recorded, a message says it, and the verdict does
 * not change.
 */
export async function addProfiles(wanted: readonly Profiled[], context: MeasureContext): Promise<void> {
  const { sides, display, seed } = context
  const failed = new Set<Profiled>()
  let done = 0
  try {
    for (let number = 1; number <= PROFILES; number += 1) {
      for (const one of wanted) {
        const { service, pairs } = one.progress
        for (const side of orderOfPair(seed, service.name, pairs + number)) {
          if (failed.has(one) || !sides.includes(side)) continue
          const total = done + (PROFILES - number + 1) * (wanted.length - failed.size) * sides.length
          const which = text`${name(service.name)}, profile ${number} of ${PROFILES}, ${side}`
          display.at({ done, total, what: which })
          const problem = await recordProfile(one, side, pairs + number, context)
          done += 1
          if (problem === null) display.ran(text`${which}: recorded`)
          else {
            failed.add(one)
            display.tell(text`${which}: not recorded. ${problem}`)
          }
        }
      }
    }
  } finally {
    display.at(null)
  }
}

/**
 * Records one profile. Returns null, or the reason why it was not recorded. Files are copied to the results only when all of
 * them are complete.
 */
async function recordProfile(
  { progress, profiler }: Profiled,
  side: Side,
  runNumber: number,
  context: MeasureContext,
): Promise<Text | null> {
  if (progress.service.reach[side]?.kind === 'none') return text`A benchmark has no service to record.`
  if (profiler.kind === 'node' && progress.service.reach[side]?.kind !== 'start') {
    return text`A Node process records itself from its start, and this service already runs.`
  }
  const folder = join(context.scratch, 'profiled')
  await rm(folder, { recursive: true, force: true })
  const [runFolder, profiles] = [join(folder, 'run-1'), join(folder, 'profile')]
  await mkdir(profiles, { recursive: true })
  const planned = { ...plannedRun(progress, side, { pair: runNumber, position: runNumber }, context), runFolder }
  const recording =
    profiler.kind === 'node'
      ? await recordedByNode(planned, profiles, context)
      : recordedByCommand(planned, profiler, profiles, progress.shortestLoadMs, context)
  const outcome = await measureRun({ ...planned, ...recording.run }, context.processes, context.stop)
  if (outcome.kind === 'failed') return text`${outcome.problem}${quoted(outcome.output)}`
  return await keepProfile(planned, profiles, recording, context)
}

/** How a run is changed so that it records a profile. */
type Recording = Readonly<{
  run: Partial<PlannedRun>
  /** The share of the load that was recorded. Known when the run has ended. */
  share(): number
  /** Why there is no profile after a good run. */
  whyNone(): Text
}>

async function recordedByNode(
  { service }: PlannedRun,
  profiles: string,
  { scratch }: MeasureContext,
): Promise<Recording> {
  return {
    run: {
      env: await nodeRecorderEnvironment(profiles, scratch),
      // The profile covers the whole process, so a warm-up would add requests that are not counted.
      service: { ...service, warmUp: null },
      startBackgroundWork: async () => ({ end: async () => {} }),
    },
    share: () => 1,
    whyNone: () => text`The service wrote no profile. It must run on Node, and end within 5 s when it gets SIGTERM.`,
  }
}

function recordedByCommand(
  planned: PlannedRun,
  profiler: Extract<Profiler, { kind: 'command' }>,
  profiles: string,
  shortestLoadMs: number,
  { scratch, processes }: MeasureContext,
): Recording {
  let recorder: ProfileRecorder | null = null
  const seconds = String(Math.max(1, Math.floor(shortestLoadMs / 1000) - 1))
  return {
    run: {
      startBackgroundWork: async (running) => {
        const values = { ...valuesOf(planned, running, profiles), output: profileFile(profiles), seconds, scratch }
        recorder = await startRecorder(profiler, running, values, planned.versionFolder, processes)
        return recorder
      },
    },
    share: () => recorder?.share() ?? 1,
    whyNone: () => text`${name(profiler.name)} wrote nothing.${quoted(recorder?.process.lastOutput() ?? '')}`,
  }
}

async function keepProfile(
  { service, side, runNumber, stamp, runFolder }: PlannedRun,
  profiles: string,
  { share, whyNone }: Recording,
  { results }: MeasureContext,
): Promise<Text | null> {
  if ((await readdir(profiles)).length === 0) return whyNone()
  const { runs, refusals } = await collectRuns(await readFolder(runFolder), {
    formats: FORMATS,
    defaultService: service.name,
    defaultSide: side,
    defaultCommit: null,
  })
  const [run] = runs
  if (run === undefined) return refusals[0]?.problem ?? text`The load command left no result.`
  const requests = requestsOfRun(run.run)
  const served = requests === null ? {} : { requests: Math.max(1, Math.round(requests * share())) }
  const said: RunJson = { ...stamp, ...served }
  await writeFile(join(profiles, 'run.json'), `${JSON.stringify(said, null, 2)}\n`)
  await cp(profiles, join(results, service.name, side, `run-${runNumber}`, 'profile'), { recursive: true })
  return null
}
