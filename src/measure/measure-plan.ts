import { UserError } from '../model/errors.ts'
import type { Side } from '../model/run.ts'
import { readStrictYaml } from '../policy/strict-yaml.ts'
import { withK6Options } from './k6-options.ts'
import { MeasureFile } from './measure-schema.ts'
import { checkPlaceholders } from './placeholders.ts'
import { type Profiler, parseProfiler } from './profiler.ts'

/** How a version of a service becomes reachable: measure starts it, it already runs at an address, or there is no service. */
export type Reach =
  | Readonly<{ kind: 'start'; command: string }>
  | Readonly<{ kind: 'address'; address: string }>
  /** A benchmark starts the measured program itself. */
  | Readonly<{ kind: 'none' }>

export type ServicePlan = Readonly<{
  name: string
  /** null: unknown. This is an error only when the version is to be measured. */
  reach: Readonly<Record<Side, Reach | null>>
  /** The container whose CPU and memory are sampled. null: the process that listens on the port is sampled. */
  containers: Readonly<Record<Side, string | null>>
  /** null: the service is ready when its port is open. */
  readyPath: string | null
  readyWithinMs: number
  warmUp: string | null
  load: string
  /** null: no profiles are recorded. */
  profiler: Profiler | null
}>

/** What to measure, from the measure file or from the flags. */
export type MeasurePlan = Readonly<{
  pairs: number
  /** null: the file names no folder. */
  folders: Readonly<Record<Side, string | null>>
  build: string | null
  services: readonly ServicePlan[]
}>

/** docs/accuracy.md recommends five pairs when there is no confirmation. */
const DEFAULT_PAIRS = 5
const DEFAULT_READY_WITHIN_MS = 60_000

/** The measure file that is used when neither a file nor a command is given. */
export const DEFAULT_MEASURE_FILE = '.github/perf-gate.measure.yml'

/** The places in the file where a key may stand. The error for a misplaced key names the right place. */
const PLACES = [
  { place: 'at the top of the file', path: [] },
  { place: 'under a service, such as `services: { checkout: … }`', path: ['services', '*'] },
]

/** Reads a measure file. Throws a UserError that names each mistake with its line. */
export function parseMeasureFile(text: string, place: string): MeasurePlan {
  const { data } = readStrictYaml(text, place, MeasureFile, { otherwise: 'give the commands as flags', places: PLACES })
  return planOf(data, place)
}

/** The flags that describe a service. They can describe only one. */
export type ServiceFlags = Readonly<{
  benchmark?: boolean
}> &
  Readonly<{
    [Name in 'service' | 'start' | 'address' | 'container' | 'ready' | 'warm-up' | 'load' | 'build']?: string
  }>

/** The plan for the service that the flags describe. Throws a UserError that names each wrong flag. */
export function planOfFlags({ service = 'service', build, ...flags }: ServiceFlags): MeasurePlan {
  const known = ['start', 'address', 'container', 'ready', 'warm-up', 'load', 'benchmark'] as const
  const settings = Object.fromEntries(known.flatMap((name) => (flags[name] === undefined ? [] : [[name, flags[name]]])))
  const file = { version: 1, ...(build === undefined ? {} : { build }), services: { [service]: settings } }
  const read = MeasureFile.safeParse(file)
  if (read.success) return planOf(read.data, 'The command line')
  const lines = read.error.issues.map((issue) => {
    if (issue.code === 'invalid_key') return `--service ${issue.issues[0]?.message ?? issue.message}.`
    return `--${String(issue.path.at(-1))} ${issue.message}.`
  })
  throw new UserError(lines.join('\n'))
}

function planOf(file: MeasureFile, place: string): MeasurePlan {
  const services = Object.entries(file.services).map(([name, service]): ServicePlan => {
    const where = `${place}: ${name}`
    for (const command of [service.start, service.baseline?.start, service.candidate?.start])
      checkPlaceholders(command ?? '', `${where}: start`)
    const containers = {
      baseline: service.baseline?.container ?? service.container ?? null,
      candidate: service.candidate?.container ?? service.container ?? null,
    }
    for (const container of Object.values(containers)) checkPlaceholders(container ?? '', `${where}: container`)
    checkPlaceholders(service['warm-up'] ?? '', `${where}: warm-up`)
    const load = withK6Options(service.load)
    checkPlaceholders(load, `${where}: load`)
    requireOutput(load, where)
    const reach = (side: Side) =>
      reachOf({ ...reachSettings(service, where), ...reachSettings(service[side] ?? {}, `${where}: ${side}`) })
    const reached = { baseline: reach('baseline'), candidate: reach('candidate') }
    if (service.benchmark) requireNoService(service, where)
    return {
      name,
      reach: service.benchmark ? { baseline: { kind: 'none' }, candidate: { kind: 'none' } } : reached,
      containers,
      readyPath: service.ready ?? null,
      readyWithinMs: service['ready-within'] ?? DEFAULT_READY_WITHIN_MS,
      warmUp: service['warm-up'] ?? null,
      load,
      profiler: service.profile === undefined ? null : parseProfiler(service.profile, `${where}: profile`),
    }
  })
  return {
    pairs: file.pairs ?? DEFAULT_PAIRS,
    folders: { baseline: file.baseline ?? null, candidate: file.candidate ?? null },
    build: file.build ?? null,
    services,
  }
}

/** Nothing is started for a benchmark, so these settings would have no effect. */
function requireNoService(service: MeasureFile['services'][string], where: string): void {
  const unread = ['start', 'address', 'container', 'ready', 'ready-within', 'warm-up', 'profile'] as const
  const found = [...unread, 'baseline' as const, 'candidate' as const].find((key) => service[key] !== undefined)
  if (found === undefined) return
  throw new UserError(
    `${where} is a benchmark, which starts the measured program itself. Leave out ${found}, or \`benchmark: true\`.`,
  )
}

function requireOutput(load: string, where: string): void {
  if (/\{output(?:-folder)?\}/.test(load)) return
  throw new UserError(
    `${where}: load does not say where the result goes. Have the command write it to {output}, or into {output-folder}.`,
  )
}

type ReachSettings = Readonly<{ start?: string | undefined; address?: string | undefined }>

/**
 * The settings of one level of the file. The settings of a version replace the ones for both versions, so an address of a
 * version also replaces a start command for both.
 */
function reachSettings({ start, address }: ReachSettings, where: string): ReachSettings {
  if (start !== undefined && address !== undefined) {
    throw new UserError(`${where} has a start command and an address. Give only one of them.`)
  }
  return start === undefined && address === undefined ? {} : { start, address }
}

function reachOf({ start, address }: ReachSettings): Reach | null {
  if (start !== undefined) return { kind: 'start', command: start }
  return address === undefined ? null : { kind: 'address', address }
}
