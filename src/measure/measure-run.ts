import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { UserError } from '../model/errors.ts'
import type { Side } from '../model/run.ts'
import type { RunJson } from '../results/run-json.ts'
import type { BackgroundWork } from './background-work.ts'
import type { CounterSource } from './counters.ts'
import { containerAtPort, endContainer, enginesOf, findContainer } from './engine.ts'
import { freePort } from './free-port.ts'
import type { Reach, ServicePlan } from './measure-plan.ts'
import { fillPlaceholders, type PlaceholderValues } from './placeholders.ts'
import type { Processes, ProcessGroup } from './process-group.ts'
import type { RunningService } from './running-service.ts'
import { startSampler } from './sampler.ts'
import { serviceSource } from './service-source.ts'
import { untilReady } from './until-ready.ts'

/** The description of one run of one version. */
export type PlannedRun = Readonly<{
  service: ServicePlan
  side: Side
  reach: Reach
  /** The number of the pair. */
  runNumber: number
  /** The folder of the version. The start command is called in it. */
  versionFolder: string
  /** The folder in which the load command of both versions is called. */
  loadFolder: string
  runFolder: string
  /** A temporary folder, for results that do not count. */
  scratch: string
  stamp: RunJson
  /** Additional environment variables of the service. Absent: none. */
  env?: Readonly<Record<string, string>>
  /** Starts the work that goes on during the load. Absent: CPU and memory are sampled. */
  startBackgroundWork?: (running: RunningService) => Promise<BackgroundWork>
  /** Called when a phase begins. */
  onPhase?: (phase: RunPhase) => void
  /** Absent: `TIMEOUTS`. */
  timeouts?: Timeouts
}>

export type RunPhase = 'starts' | 'warms up' | 'under load'

/**
 * How long to wait after the load. `answersWithinMs`: for an answer of the service, which may still have requests in its queue.
 * `diesWithinMs`: for the end of a service that is about to fail.
 */
type Timeouts = Readonly<{ answersWithinMs: number; diesWithinMs: number }>

/** `output`: the last output of the load command, or of the program that failed. */
export type RunOutcome =
  | Readonly<{ kind: 'loaded'; exitCode: number; readyAfterMs: number; loadMs: number; output: string }>
  | Readonly<{ kind: 'failed'; problem: string; output: string }>

/** Formats are recognized by their content, so the name of the result has no meaning. */
const RESULT_NAME = 'result.json'

const TIMEOUTS: Timeouts = { answersWithinMs: 5_000, diesWithinMs: 2_000 }

/** The reason why a run failed: the service did not start, or it ended too early. */
class RunFailure extends Error {
  /** The process that failed. null: measure did not start it. */
  readonly process: ProcessGroup | null
  constructor(message: string, process: ProcessGroup | null) {
    super(message)
    this.process = process
  }
}

/**
 * Makes one run: starts a new process of the service, puts load on it, and writes down what the gate must know about both.
 * run.json says that the run was interrupted until its last file is written, so the gate refuses a run that was interrupted in
 * any way.
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
  const running = await startService(planned, processes)
  try {
    return await warmUpAndLoad(planned, running, processes, stop)
  } finally {
    await running.process?.end()
    if (running.process !== null) await endLeftContainer(planned, running, since)
  }
}

/**
 * When the client of a container engine is killed, its container goes on running. Many programs in containers also ignore the
 * request to end.
 */
async function endLeftContainer(planned: PlannedRun, running: RunningService, since: Date): Promise<void> {
  const [name, engines] = [containerNameOf(planned, running), enginesOf(process.env)]
  const left =
    name === null
      ? await containerAtPort(Number(running.port), engines)
      : await findContainer(name, engines).catch(() => null)
  // A container that ran before was not started by this run.
  if (left?.startedMs != null && left.startedMs >= since.getTime()) await endContainer(left)
}

async function warmUpAndLoad(
  planned: PlannedRun,
  running: RunningService,
  processes: Processes,
  stop: AbortSignal,
): Promise<RunOutcome> {
  const { service, runFolder } = planned
  const beganMs = performance.now()
  await waitUntilReady(planned, running, stop)
  const readyAfterMs = performance.now() - beganMs
  const call = async (one: LoadCall) => await callWhileServiceRuns(planned, running, one, processes, stop)
  await warmUp(planned, call)
  planned.onPhase?.('under load')
  const startedAt = new Date()
  const underLoad = { command: service.load, output: runFolder, when: 'under load' }
  const load = await whileSampled(planned, running, async () => await call(underLoad))
  const loadMs = Date.now() - startedAt.getTime()
  const { exitCode } = await load.ended
  await writeFile(join(runFolder, 'exit-code'), `${exitCode}\n`)
  await stampRun(planned, { startedAt: startedAt.toISOString() })
  return { kind: 'loaded', exitCode, readyAfterMs, loadMs, output: load.lastOutput() }
}

async function waitUntilReady(planned: PlannedRun, running: RunningService, stop: AbortSignal): Promise<void> {
  const { service, side, reach } = planned
  if (reach.kind === 'none') return
  const wanted = { address: running.address, path: service.readyPath, withinMs: service.readyWithinMs }
  await whileServiceRuns(planned, running, 'before it was ready', stop, async (until) => {
    const problem = await untilReady(wanted, until)
    if (problem !== null) throw new RunFailure(`The ${side} ${problem}.`, running.process)
  })
}

async function warmUp(
  { service, scratch, onPhase }: PlannedRun,
  call: (one: LoadCall) => Promise<ProcessGroup>,
): Promise<void> {
  if (service.warmUp === null) return
  onPhase?.('warms up')
  const program = await call({ command: service.warmUp, output: scratch, when: 'during the warm-up' })
  const { exitCode } = await program.ended
  if (exitCode !== 0) throw new RunFailure(`The warm-up ended with exit code ${exitCode}.`, program)
}

/** A call of a load tool. `output`: the folder for its result. `when`: for messages, such as `under load`. */
type LoadCall = Readonly<{ command: string; output: string; when: string }>

/** Calls a load tool. Throws when the service ends meanwhile, or does not answer afterwards. */
async function callWhileServiceRuns(
  planned: PlannedRun,
  running: RunningService,
  loadCall: LoadCall,
  processes: Processes,
  stop: AbortSignal,
): Promise<ProcessGroup> {
  const { diesWithinMs } = planned.timeouts ?? TIMEOUTS
  return await whileServiceRuns(planned, running, loadCall.when, stop, async (until) => {
    const load = await callLoad(planned, running, loadCall, processes, until)
    // When a load tool fails, it has often lost its service, whose own end follows a moment later.
    const { exitCode } = await load.ended
    if (exitCode !== 0 && running.process !== null) await pause(diesWithinMs, undefined, { signal: until })
    await requireStillThere(planned, running, loadCall.when, until)
    return load
  })
}

/**
 * Does the work under load while the service is sampled, or while other background work goes on. When the work fails because
 * the kernel killed the service for lack of memory, the error says it.
 */
async function whileSampled<T>(planned: PlannedRun, running: RunningService, work: () => Promise<T>): Promise<T> {
  if (planned.startBackgroundWork !== undefined) {
    const background = await planned.startBackgroundWork(running)
    return await work().finally(background.end)
  }
  const source = planned.reach.kind === 'none' ? null : await sourceOf(planned, running)
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

/** The name of the container from the measure file. null: the file names no container. */
function containerNameOf(planned: PlannedRun, { address, port }: RunningService): string | null {
  const named = planned.service.containers[planned.side]
  return named === null ? null : fillPlaceholders(named, valuesOf(planned, { address, port }, planned.runFolder))
}

async function sourceOf(planned: PlannedRun, running: RunningService): Promise<CounterSource | null> {
  const { address, port, process: started } = running
  try {
    const where = {
      container: containerNameOf(planned, running),
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

async function startService(planned: PlannedRun, processes: Processes): Promise<RunningService> {
  const { reach, versionFolder } = planned
  if (reach.kind === 'none') return { address: '', port: '', process: null }
  if (reach.kind === 'address') return { address: reach.address, port: portOf(reach.address), process: null }
  const port = String(await freePort())
  const address = `http://127.0.0.1:${port}`
  const command = fillPlaceholders(reach.command, valuesOf(planned, { address, port }, planned.runFolder))
  const env = { ...process.env, ...planned.env, PORT: port }
  return { address, port, process: processes.start(command, { folder: versionFolder, env }) }
}

/** Does work that needs the service. When the service ends, the work ends with an error. */
async function whileServiceRuns<T>(
  { side }: PlannedRun,
  { process: service }: RunningService,
  when: string,
  stop: AbortSignal,
  work: (until: AbortSignal) => Promise<T>,
): Promise<T> {
  const over = new AbortController()
  const until = AbortSignal.any([stop, over.signal])
  const worked = work(until)
  if (service === null) return await worked
  const died = service.ended.then(({ exitCode }) => {
    const hint = exitCode === 0 ? ' The start command must not end while the service runs.' : ''
    throw new RunFailure(`The ${side} ended with exit code ${exitCode} ${when}.${hint}`, service)
  })
  try {
    return await Promise.race([worked, died])
  } finally {
    over.abort()
    await worked.catch(() => null)
  }
}

/**
 * Asks the service itself whether it still runs. A load tool that loses its service often ends before it, and some tools then
 * report success. With a path, the service must answer a request, because the system still accepts connections for a process
 * that it has begun to end.
 */
async function requireStillThere(
  { service, side, reach, timeouts = TIMEOUTS }: PlannedRun,
  { address, process }: RunningService,
  when: string,
  until: AbortSignal,
): Promise<void> {
  if (reach.kind === 'none') return
  const wanted = { address, path: service.readyPath, anyStatus: true, withinMs: timeouts.answersWithinMs }
  const problem = await untilReady(wanted, until)
  if (problem !== null) throw new RunFailure(`The ${side} does not answer any more, ${when}.`, process)
}

async function callLoad(
  planned: PlannedRun,
  { address, port }: RunningService,
  { command, output }: LoadCall,
  processes: Processes,
  until: AbortSignal,
): Promise<ProcessGroup> {
  const filled = fillPlaceholders(command, valuesOf(planned, { address, port }, output))
  // k6 scripts and most other load tools read the address from a variable. The examples call it BASE_URL.
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
  { service, side, runNumber }: PlannedRun,
  { address, port }: Pick<RunningService, 'address' | 'port'>,
  folder: string,
): PlaceholderValues {
  const output = join(folder, RESULT_NAME)
  return {
    address,
    port,
    service: service.name,
    variant: side,
    run: String(runNumber),
    output,
    'output-folder': folder,
  }
}

function portOf(address: string): string {
  const { port, protocol } = new URL(address)
  return port || (protocol === 'https:' ? '443' : '80')
}

async function stampRun({ runFolder, stamp }: PlannedRun, said: Partial<RunJson>): Promise<void> {
  await writeFile(join(runFolder, 'run.json'), `${JSON.stringify({ ...stamp, ...said }, null, 2)}\n`)
}
