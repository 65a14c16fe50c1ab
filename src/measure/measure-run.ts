import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { UserError } from '../model/errors.ts'
import type { Variant } from '../model/run.ts'
import type { RunJson } from '../results/run-json.ts'
import type { Beside, Target } from './beside.ts'
import type { CounterSource } from './counters.ts'
import { containerAtPort, endContainer, enginesOf, findContainer } from './engine.ts'
import { freePort } from './free-port.ts'
import type { Reach, ServicePlan } from './measure-plan.ts'
import { fillPlaceholders, type PlaceholderValues } from './placeholders.ts'
import type { Processes, ProcessGroup } from './process-group.ts'
import { startSampler } from './sampler.ts'
import { serviceSource } from './service-source.ts'
import { untilReady } from './until-ready.ts'

/** One run of one version: which, and where. */
export type RunJob = Readonly<{
  service: ServicePlan
  variant: Variant
  reach: Reach
  /** The number of the pair. */
  runNumber: number
  /** The folder of the version: what starts it is called there. */
  versionFolder: string
  /** What puts load on it is called here, for both versions. */
  loadFolder: string
  runFolder: string
  /** What is written there does not count. */
  scratch: string
  stamp: RunJson
  /** What the service gets besides the variables of this process. Absent: nothing. */
  env?: Readonly<Record<string, string>>
  /** Starts what goes on beside the load. Absent: what samples processor and memory. */
  startBeside?: (target: Target) => Promise<Beside>
  /** Called with what begins. */
  onPhase?: (phase: Phase) => void
  /** Absent: the standard one. */
  patience?: Patience
}>

export type Phase = 'starts' | 'warms up' | 'under load'

/** How long to wait after the load: for an answer, where requests may still wait to be taken, and for a service that is about to end. */
type Patience = Readonly<{ answersWithinMs: number; diesWithinMs: number }>

/** `output` is what the program printed last that failed, or put on the load. */
export type RunOutcome =
  | Readonly<{ kind: 'loaded'; exitCode: number; readyAfterMs: number; loadMs: number; output: string }>
  | Readonly<{ kind: 'failed'; problem: string; output: string }>

/** Formats are told apart by content, so the name of the result says nothing. */
const RESULT_NAME = 'result.json'

const PATIENCE: Patience = { answersWithinMs: 5_000, diesWithinMs: 2_000 }

/** Why a run did not come about: the service was not there, or is not there any more. */
class RunFailure extends Error {
  /** What failed; null: it is not ours. */
  readonly process: ProcessGroup | null
  constructor(message: string, process: ProcessGroup | null) {
    super(message)
    this.process = process
  }
}

/**
 * Makes one run: a fresh process of the service, the load on it, and what the gate needs to know of both. The run counts only once its
 * last file is written, so one that is interrupted in any way is refused.
 */
export async function measureRun(job: RunJob, processes: Processes, stop: AbortSignal): Promise<RunOutcome> {
  await mkdir(job.runFolder, { recursive: true })
  await stampRun(job, { problem: 'It was interrupted.' })
  try {
    return await startAndLoad(job, processes, stop)
  } catch (error) {
    if (!(error instanceof RunFailure)) throw error
    await stampRun(job, { problem: error.message })
    await processes.endAll()
    return { kind: 'failed', problem: error.message, output: error.process?.lastOutput() ?? '' }
  } finally {
    await processes.endAll()
  }
}

async function startAndLoad(job: RunJob, processes: Processes, stop: AbortSignal): Promise<RunOutcome> {
  const since = new Date()
  job.onPhase?.('starts')
  const target = await startService(job, processes)
  try {
    return await loadService(job, target, processes, stop)
  } finally {
    await target.process?.end()
    if (target.process !== null) await endLeftContainer(job, target, since)
  }
}

/** A client of an engine that is killed leaves its container behind, and many programs in containers do not end when they are asked to. */
async function endLeftContainer(job: RunJob, target: Target, since: Date): Promise<void> {
  const [name, engines] = [containerOf(job, target), enginesOf(process.env)]
  const left =
    name === null
      ? await containerAtPort(Number(target.port), engines)
      : await findContainer(name, engines).catch(() => null)
  // One that ran before is not ours.
  if (left?.startedMs != null && left.startedMs >= since.getTime()) await endContainer(left)
}

async function loadService(job: RunJob, target: Target, processes: Processes, stop: AbortSignal): Promise<RunOutcome> {
  const { service, variant, runFolder, patience = PATIENCE } = job
  const beganMs = performance.now()
  const { address } = target
  if (job.reach.kind !== 'none') {
    await whileServiceRuns(job, target, 'before it was ready', stop, async (until) => {
      const problem = await untilReady({ address, path: service.readyPath, withinMs: service.readyWithinMs }, until)
      if (problem !== null) throw new RunFailure(`The ${variant} ${problem}.`, target.process)
    })
  }
  const readyAfterMs = performance.now() - beganMs
  const call = async (command: string, output: string, when: string) =>
    await whileServiceRuns(job, target, when, stop, async (until) => {
      const load = await callLoad(job, target, { command, output }, processes, until)
      // A load tool that fails has often lost its service, whose end is then only a moment away.
      const { exitCode } = await load.ended
      if (exitCode !== 0 && target.process !== null) await pause(patience.diesWithinMs, undefined, { signal: until })
      await requireStillThere(job, target, when, until)
      return load
    })
  if (service.warmUp !== null) {
    job.onPhase?.('warms up')
    const warmUp = await call(service.warmUp, job.scratch, 'during the warm-up')
    const { exitCode } = await warmUp.ended
    if (exitCode !== 0) throw new RunFailure(`The warm-up ended with exit code ${exitCode}.`, warmUp)
  }
  job.onPhase?.('under load')
  const startedAt = new Date()
  const load = await whileSampled(job, target, async () => await call(service.load, runFolder, 'under load'))
  const loadMs = Date.now() - startedAt.getTime()
  const { exitCode } = await load.ended
  await writeFile(join(runFolder, 'exit-code'), `${exitCode}\n`)
  await stampRun(job, { startedAt: startedAt.toISOString() })
  return { kind: 'loaded', exitCode, readyAfterMs, loadMs, output: load.lastOutput() }
}

/** Samples the service while the work goes on, or does what the job wants instead. Where it fails because the kernel had no memory left, that is said. */
async function whileSampled<T>(job: RunJob, target: Target, work: () => Promise<T>): Promise<T> {
  if (job.startBeside !== undefined) {
    const beside = await job.startBeside(target)
    return await work().finally(beside.end)
  }
  const source = job.reach.kind === 'none' ? null : await sourceOf(job, target)
  if (source === null) return await work()
  const sampler = await startSampler(source, job.service.name, join(job.runFolder, 'resources.ndjson'))
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof RunFailure) || (await source.oomKills()) === 0) throw error
    throw new RunFailure(`${error.message} It ran out of memory, and the kernel killed it.`, error.process)
  } finally {
    await sampler.end()
  }
}

/** The name that the measure file gives the container; null: none. */
function containerOf(job: RunJob, { address, port }: Target): string | null {
  const named = job.service.containers[job.variant]
  return named === null ? null : fillPlaceholders(named, valuesOf(job, { address, port }, job.runFolder))
}

async function sourceOf(job: RunJob, target: Target): Promise<CounterSource | null> {
  const { address, port, process: started } = target
  try {
    const where = { container: containerOf(job, target), session: started?.pid ?? null, address, port: Number(port) }
    return await serviceSource(where, enginesOf(process.env), process.platform)
  } catch (error) {
    if (error instanceof UserError) throw new RunFailure(error.message, started)
    throw error
  }
}

async function startService(job: RunJob, processes: Processes): Promise<Target> {
  const { reach, versionFolder } = job
  if (reach.kind === 'none') return { address: '', port: '', process: null }
  if (reach.kind === 'address') return { address: reach.address, port: portOf(reach.address), process: null }
  const port = String(await freePort())
  const address = `http://127.0.0.1:${port}`
  const command = fillPlaceholders(reach.command, valuesOf(job, { address, port }, job.runFolder))
  const env = { ...process.env, ...job.env, PORT: port }
  return { address, port, process: processes.start(command, { folder: versionFolder, env }) }
}

/** Whatever happens to the service ends the work. */
async function whileServiceRuns<T>(
  { variant }: RunJob,
  { process: service }: Target,
  when: string,
  stop: AbortSignal,
  work: (until: AbortSignal) => Promise<T>,
): Promise<T> {
  const over = new AbortController()
  const until = AbortSignal.any([stop, over.signal])
  const worked = work(until)
  if (service === null) return await worked
  const died = service.ended.then(({ exitCode }) => {
    const hint = exitCode === 0 ? ' The start command must go on while the service runs.' : ''
    throw new RunFailure(`The ${variant} ended with exit code ${exitCode} ${when}.${hint}`, service)
  })
  try {
    return await Promise.race([worked, died])
  } finally {
    over.abort()
    await worked.catch(() => null)
  }
}

/** A load tool that loses its service often ends first, and some end as if nothing had been: the service itself is asked. */
async function requireStillThere(
  { variant, reach, patience = PATIENCE }: RunJob,
  { address, process }: Target,
  when: string,
  until: AbortSignal,
): Promise<void> {
  if (reach.kind === 'none') return
  const problem = await untilReady({ address, path: null, withinMs: patience.answersWithinMs }, until)
  if (problem !== null) throw new RunFailure(`The ${variant} does not answer any more, ${when}.`, process)
}

type LoadCall = Readonly<{ command: string; output: string }>

async function callLoad(
  job: RunJob,
  { address, port }: Target,
  { command, output }: LoadCall,
  processes: Processes,
  until: AbortSignal,
): Promise<ProcessGroup> {
  const filled = fillPlaceholders(command, valuesOf(job, { address, port }, output))
  // k6 and most tools read their target from a variable, and this is the one of the examples.
  const env = { ...process.env, BASE_URL: address }
  const load = processes.start(filled, { folder: job.loadFolder, env })
  const onStop = () => void load.end()
  until.addEventListener('abort', onStop)
  if (until.aborted) onStop()
  await load.ended
  until.removeEventListener('abort', onStop)
  await load.end()
  until.throwIfAborted()
  return load
}

export function valuesOf(
  { service, variant, runNumber }: RunJob,
  { address, port }: Pick<Target, 'address' | 'port'>,
  folder: string,
): PlaceholderValues {
  const output = join(folder, RESULT_NAME)
  return { address, port, service: service.name, variant, run: String(runNumber), output, 'output-folder': folder }
}

function portOf(address: string): string {
  const { port, protocol } = new URL(address)
  return port || (protocol === 'https:' ? '443' : '80')
}

async function stampRun({ runFolder, stamp }: RunJob, said: Partial<RunJson>): Promise<void> {
  await writeFile(join(runFolder, 'run.json'), `${JSON.stringify({ ...stamp, ...said }, null, 2)}\n`)
}
