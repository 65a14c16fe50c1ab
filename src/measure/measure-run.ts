import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { UserError } from '../model/errors.ts'
import type { Side } from '../model/run.ts'
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
export type PlannedRun = Readonly<{
  service: ServicePlan
  variant: Side
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
export async function measureRun(planned: PlannedRun, processes: Processes, stop: AbortSignal): Promise<RunOutcome> {
  await mkdir(planned.runFolder, { recursive: true })
  await stampRun(planned, { problem: 'It was interrupted.' })
  try {
    return await startAndLoad(planned, processes, stop)
  } catch (error) {
    if (!(error instanceof RunFailure)) throw error
    await stampRun(planned, { problem: error.message })
    await processes.endAll()
    return { kind: 'failed', problem: error.message, output: error.process?.lastOutput() ?? '' }
  } finally {
    await processes.endAll()
  }
}

async function startAndLoad(planned: PlannedRun, processes: Processes, stop: AbortSignal): Promise<RunOutcome> {
  const since = new Date()
  planned.onPhase?.('starts')
  const target = await startService(planned, processes)
  try {
    return await loadService(planned, target, processes, stop)
  } finally {
    await target.process?.end()
    if (target.process !== null) await endLeftContainer(planned, target, since)
  }
}

/** A client of an engine that is killed leaves its container behind, and many programs in containers do not end when they are asked to. */
async function endLeftContainer(planned: PlannedRun, target: Target, since: Date): Promise<void> {
  const [name, engines] = [containerOf(planned, target), enginesOf(process.env)]
  const left =
    name === null
      ? await containerAtPort(Number(target.port), engines)
      : await findContainer(name, engines).catch(() => null)
  // One that ran before is not ours.
  if (left?.startedMs != null && left.startedMs >= since.getTime()) await endContainer(left)
}

async function loadService(
  planned: PlannedRun,
  target: Target,
  processes: Processes,
  stop: AbortSignal,
): Promise<RunOutcome> {
  const { service, variant, runFolder, patience = PATIENCE } = planned
  const beganMs = performance.now()
  const { address } = target
  if (planned.reach.kind !== 'none') {
    await whileServiceRuns(planned, target, 'before it was ready', stop, async (until) => {
      const problem = await untilReady({ address, path: service.readyPath, withinMs: service.readyWithinMs }, until)
      if (problem !== null) throw new RunFailure(`The ${variant} ${problem}.`, target.process)
    })
  }
  const readyAfterMs = performance.now() - beganMs
  const call = async (command: string, output: string, when: string) =>
    await whileServiceRuns(planned, target, when, stop, async (until) => {
      const load = await callLoad(planned, target, { command, output }, processes, until)
      // A load tool that fails has often lost its service, whose end is then only a moment away.
      const { exitCode } = await load.ended
      if (exitCode !== 0 && target.process !== null) await pause(patience.diesWithinMs, undefined, { signal: until })
      await requireStillThere(planned, target, when, until)
      return load
    })
  if (service.warmUp !== null) {
    planned.onPhase?.('warms up')
    const warmUp = await call(service.warmUp, planned.scratch, 'during the warm-up')
    const { exitCode } = await warmUp.ended
    if (exitCode !== 0) throw new RunFailure(`The warm-up ended with exit code ${exitCode}.`, warmUp)
  }
  planned.onPhase?.('under load')
  const startedAt = new Date()
  const load = await whileSampled(planned, target, async () => await call(service.load, runFolder, 'under load'))
  const loadMs = Date.now() - startedAt.getTime()
  const { exitCode } = await load.ended
  await writeFile(join(runFolder, 'exit-code'), `${exitCode}\n`)
  await stampRun(planned, { startedAt: startedAt.toISOString() })
  return { kind: 'loaded', exitCode, readyAfterMs, loadMs, output: load.lastOutput() }
}

/** Samples the service while the work goes on, or does what the job wants instead. Where it fails because the kernel had no memory left, that is said. */
async function whileSampled<T>(planned: PlannedRun, target: Target, work: () => Promise<T>): Promise<T> {
  if (planned.startBeside !== undefined) {
    const beside = await planned.startBeside(target)
    return await work().finally(beside.end)
  }
  const source = planned.reach.kind === 'none' ? null : await sourceOf(planned, target)
  if (source === null) return await work()
  const sampler = await startSampler(source, planned.service.name, join(planned.runFolder, 'resources.ndjson'))
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
function containerOf(planned: PlannedRun, { address, port }: Target): string | null {
  const named = planned.service.containers[planned.variant]
  return named === null ? null : fillPlaceholders(named, valuesOf(planned, { address, port }, planned.runFolder))
}

async function sourceOf(planned: PlannedRun, target: Target): Promise<CounterSource | null> {
  const { address, port, process: started } = target
  try {
    const where = {
      container: containerOf(planned, target),
      session: started?.pid ?? null,
      address,
      port: Number(port),
    }
    return await serviceSource(where, enginesOf(process.env), process.platform)
  } catch (error) {
    if (error instanceof UserError) throw new RunFailure(error.message, started)
    throw error
  }
}

async function startService(planned: PlannedRun, processes: Processes): Promise<Target> {
  const { reach, versionFolder } = planned
  if (reach.kind === 'none') return { address: '', port: '', process: null }
  if (reach.kind === 'address') return { address: reach.address, port: portOf(reach.address), process: null }
  const port = String(await freePort())
  const address = `http://127.0.0.1:${port}`
  const command = fillPlaceholders(reach.command, valuesOf(planned, { address, port }, planned.runFolder))
  const env = { ...process.env, ...planned.env, PORT: port }
  return { address, port, process: processes.start(command, { folder: versionFolder, env }) }
}

/** Whatever happens to the service ends the work. */
async function whileServiceRuns<T>(
  { variant }: PlannedRun,
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

/**
 * A load tool that loses its service often ends first, and some end as if nothing had been: the service itself is asked. An answer is wanted
 * where there is a page to ask for: the system still opens connections for a process that it has begun to end.
 */
async function requireStillThere(
  { service, variant, reach, patience = PATIENCE }: PlannedRun,
  { address, process }: Target,
  when: string,
  until: AbortSignal,
): Promise<void> {
  if (reach.kind === 'none') return
  const wanted = { address, path: service.readyPath, anyStatus: true, withinMs: patience.answersWithinMs }
  const problem = await untilReady(wanted, until)
  if (problem !== null) throw new RunFailure(`The ${variant} does not answer any more, ${when}.`, process)
}

type LoadCall = Readonly<{ command: string; output: string }>

async function callLoad(
  planned: PlannedRun,
  { address, port }: Target,
  { command, output }: LoadCall,
  processes: Processes,
  until: AbortSignal,
): Promise<ProcessGroup> {
  const filled = fillPlaceholders(command, valuesOf(planned, { address, port }, output))
  // k6 and most tools read their target from a variable, and this is the one of the examples.
  const env = { ...process.env, BASE_URL: address }
  const load = processes.start(filled, { folder: planned.loadFolder, env })
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
  { service, variant, runNumber }: PlannedRun,
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

async function stampRun({ runFolder, stamp }: PlannedRun, said: Partial<RunJson>): Promise<void> {
  await writeFile(join(runFolder, 'run.json'), `${JSON.stringify({ ...stamp, ...said }, null, 2)}\n`)
}
