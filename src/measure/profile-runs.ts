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
import { type Measurement, type Progress, plannedRun, quoted } from './measure-rounds.ts'
import { measureRun, type PlannedRun, valuesOf } from './measure-run.ts'
import { nodeRecorderEnvironment } from './node-recorder.ts'
import { profileFile, type Recorder, startRecorder } from './profile-recorder.ts'
import type { Profiler } from './profiler.ts'

/** Each side, so that a function can be told from noise: profiles/compare-profiles.ts. */
const PROFILES = 5

/** A service, and how its profiles are recorded. */
export type Profiled = Readonly<{ progress: Progress; profiler: Profiler }>

/**
 * Records profiles in runs of their own, because recording slows a service down: `run-<n>/profile/` after the runs that were judged, with
 * the number of the requests beside. A profile that cannot be recorded is said, and changes no verdict.
 */
export async function addProfiles(wanted: readonly Profiled[], measurement: Measurement): Promise<void> {
  const { variants, progress: shown, seed } = measurement
  const failed = new Set<Profiled>()
  let done = 0
  try {
    for (let number = 1; number <= PROFILES; number += 1) {
      for (const one of wanted) {
        const { service, pairs } = one.progress
        for (const variant of orderOfPair(seed, service.name, pairs + number)) {
          if (failed.has(one) || !variants.includes(variant)) continue
          const total = done + (PROFILES - number + 1) * (wanted.length - failed.size) * variants.length
          const name = `${service.name}, profile ${number} of ${PROFILES}, ${variant}`
          shown.at({ done, total, what: name })
          const problem = await recordProfile(one, variant, pairs + number, measurement)
          done += 1
          if (problem === null) shown.ran(`${name}: recorded`)
          else {
            failed.add(one)
            shown.tell(`${name}: not recorded. ${problem}`)
          }
        }
      }
    }
  } finally {
    shown.at(null)
  }
}

/** null: it is there. Nothing comes to the results before all of it is whole. */
async function recordProfile(
  { progress, profiler }: Profiled,
  variant: Side,
  runNumber: number,
  measurement: Measurement,
): Promise<string | null> {
  if (progress.service.reach[variant]?.kind === 'none') return 'A benchmark is no service that could be recorded.'
  if (profiler.kind === 'node' && progress.service.reach[variant]?.kind !== 'start') {
    return 'A process of Node records itself from its start on, and this one runs already.'
  }
  const folder = join(measurement.scratch, 'profiled')
  await rm(folder, { recursive: true, force: true })
  const [runFolder, profiles] = [join(folder, 'run-1'), join(folder, 'profile')]
  await mkdir(profiles, { recursive: true })
  const planned = { ...plannedRun(progress, variant, { pair: runNumber, position: runNumber }, measurement), runFolder }
  let recorder: Recorder | null = null
  const recording: Partial<PlannedRun> =
    profiler.kind === 'node'
      ? {
          env: await nodeRecorderEnvironment(profiles, measurement.scratch),
          // The profile is of the whole process, so all its requests have to be those of the load.
          service: { ...planned.service, warmUp: null },
          startBeside: async () => ({ end: async () => {} }),
        }
      : {
          startBeside: async (target) => {
            const seconds = String(Math.max(1, Math.floor(progress.shortestLoadMs / 1000) - 1))
            const values = { ...valuesOf(planned, target, profiles), output: profileFile(profiles), seconds }
            const scratch = measurement.scratch
            recorder = await startRecorder(
              profiler,
              target,
              { ...values, scratch },
              planned.versionFolder,
              measurement.processes,
            )
            return recorder
          },
        }
  const outcome = await measureRun({ ...planned, ...recording }, measurement.processes, measurement.stop)
  if (outcome.kind === 'failed') return `${outcome.problem}${quoted(outcome.output)}`
  const share = (recorder as Recorder | null)?.share() ?? 1
  return await keepProfile(planned, profiles, share, whyNone(profiler, recorder), measurement)
}

async function keepProfile(
  { service, variant, runNumber, stamp, runFolder }: PlannedRun,
  profiles: string,
  share: number,
  whyNone: () => string,
  { results }: Measurement,
): Promise<string | null> {
  if ((await readdir(profiles)).length === 0) return whyNone()
  const { runs, refusals } = await collectRuns(await readFolder(runFolder), {
    formats: FORMATS,
    defaultService: service.name,
    defaultSide: variant,
    defaultCommit: null,
  })
  const [run] = runs
  if (run === undefined)
    return refusals[0] === undefined ? 'The load command left no result.' : plainText(refusals[0].problem)
  const requests = requestsOfRun(run.run)
  const served = requests === null ? {} : { requests: Math.max(1, Math.round(requests * share)) }
  const said: RunJson = { ...stamp, ...served }
  await writeFile(join(profiles, 'run.json'), `${JSON.stringify(said, null, 2)}\n`)
  await cp(profiles, join(results, service.name, variant, `run-${runNumber}`, 'profile'), { recursive: true })
  return null
}

function whyNone(profiler: Profiler, recorder: Recorder | null): () => string {
  if (profiler.kind === 'node') {
    return () => 'The service wrote no profile: only Node can, and it has to end within 5 s when it gets SIGTERM.'
  }
  return () => `${profiler.name} wrote nothing.${quoted(recorder?.process.lastOutput() ?? '')}`
}
