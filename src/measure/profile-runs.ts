import { cp, mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { FORMATS } from '../formats/registry.ts'
import type { Side } from '../model/run.ts'
import { plainText } from '../model/text.ts'
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

/** The number of profiles per side. With five, a function that changed can be told from noise: profiles/compare-profiles.ts. */
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
          const name = `${service.name}, profile ${number} of ${PROFILES}, ${side}`
          display.at({ done, total, what: name })
          const problem = await recordProfile(one, side, pairs + number, context)
          done += 1
          if (problem === null) display.ran(`${name}: recorded`)
          else {
            failed.add(one)
            display.tell(`${name}: not recorded. ${problem}`)
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
): Promise<string | null> {
  if (progress.service.reach[side]?.kind === 'none') return 'A benchmark has no service to record.'
  if (profiler.kind === 'node' && progress.service.reach[side]?.kind !== 'start') {
    return 'A Node process records itself from its start, and this service already runs.'
  }
  const folder = join(context.scratch, 'profiled')
  await rm(folder, { recursive: true, force: true })
  const [runFolder, profiles] = [join(folder, 'run-1'), join(folder, 'profile')]
  await mkdir(profiles, { recursive: true })
  const planned = { ...plannedRun(progress, side, { pair: runNumber, position: runNumber }, context), runFolder }
  let recorder: ProfileRecorder | null = null
  const recording: Partial<PlannedRun> =
    profiler.kind === 'node'
      ? {
          env: await nodeRecorderEnvironment(profiles, context.scratch),
          // The profile covers the whole process, so a warm-up would add requests that are not counted.
          service: { ...planned.service, warmUp: null },
          startBackgroundWork: async () => ({ end: async () => {} }),
        }
      : {
          startBackgroundWork: async (running) => {
            const seconds = String(Math.max(1, Math.floor(progress.shortestLoadMs / 1000) - 1))
            const values = { ...valuesOf(planned, running, profiles), output: profileFile(profiles), seconds }
            const scratch = context.scratch
            recorder = await startRecorder(
              profiler,
              running,
              { ...values, scratch },
              planned.versionFolder,
              context.processes,
            )
            return recorder
          },
        }
  const outcome = await measureRun({ ...planned, ...recording }, context.processes, context.stop)
  if (outcome.kind === 'failed') return `${outcome.problem}${quoted(outcome.output)}`
  const share = (recorder as ProfileRecorder | null)?.share() ?? 1
  return await keepProfile(planned, profiles, share, whyNone(profiler, recorder), context)
}

async function keepProfile(
  { service, side, runNumber, stamp, runFolder }: PlannedRun,
  profiles: string,
  share: number,
  whyNone: () => string,
  { results }: MeasureContext,
): Promise<string | null> {
  if ((await readdir(profiles)).length === 0) return whyNone()
  const { runs, refusals } = await collectRuns(await readFolder(runFolder), {
    formats: FORMATS,
    defaultService: service.name,
    defaultSide: side,
    defaultCommit: null,
  })
  const [run] = runs
  if (run === undefined)
    return refusals[0] === undefined ? 'The load command left no result.' : plainText(refusals[0].problem)
  const requests = requestsOfRun(run.run)
  const served = requests === null ? {} : { requests: Math.max(1, Math.round(requests * share)) }
  const said: RunJson = { ...stamp, ...served }
  await writeFile(join(profiles, 'run.json'), `${JSON.stringify(said, null, 2)}\n`)
  await cp(profiles, join(results, service.name, side, `run-${runNumber}`, 'profile'), { recursive: true })
  return null
}

function whyNone(profiler: Profiler, recorder: ProfileRecorder | null): () => string {
  if (profiler.kind === 'node') {
    return () => 'The service wrote no profile. It must run on Node, and end within 5 s when it gets SIGTERM.'
  }
  return () => `${profiler.name} wrote nothing.${quoted(recorder?.process.lastOutput() ?? '')}`
}
