import { count, formatDuration, formatValue } from './numbers.ts'
import type { IdentifiedRun } from './run.ts'
import type { SampledService } from './sampled-service.ts'
import { joined, sentences, type Text, text } from './text.ts'

/** Requests and limits for a Kubernetes manifest, from the use in a load test. */
export type RightSizing =
  | Readonly<{
      kind: 'advice'
      runs: number
      /** The seconds of the shortest run. */
      seconds: number
      /** The cores that the busiest instance needed in nine of ten seconds, and the largest memory of an instance. */
      used: Readonly<{ cores: number; memoryBytes: number }>
      request: Readonly<{ millicores: number; memoryMebibytes: number }>
      limits: Pick<SampledService, 'cpuLimitCores' | 'memoryLimitBytes'>
    }>
  | Readonly<{ kind: 'refused'; reason: Text }>

/** Fewer or shorter runs do not show the effect of the garbage collector. */
const MIN_RUNS = 3
const MIN_SECONDS = 300

/** If the limit throttled the service for a larger share of the time, the use shows the limit and not the need of the service. */
const MAX_THROTTLED_SHARE = 0.01

/**
 * The processor as the Vertical Pod Autoscaler of Kubernetes counts it (90th percentile and 15 %,
 * https://github.com/kubernetes/autoscaler, vertical-pod-autoscaler/pkg/recommender/logic), without a limit, because a limit only
 * slows the service down. Memory gets a quarter more than its peak, because production has more variety than a load test. The
 * request of memory is also its limit, so that no node runs out of memory.
 */
const CPU_FACTOR = 1.15
const MEMORY_FACTOR = 1.25
/** Rounded, because 250m and 240Mi are easier to read than 241m and 235Mi. */
const CPU_STEP_MILLICORES = 10
const MEMORY_STEP_MEBIBYTES = 16

const MEBIBYTE = 1024 ** 2

/** null: nothing was sampled, or no instance has a limit, so it may not run in a container. */
export function rightSizing(candidate: readonly IdentifiedRun[]): RightSizing | null {
  const sampled = candidate.flatMap(({ run }) => run.sampled ?? [])
  const [{ cpuLimitCores = null, memoryLimitBytes = null } = {}] = sampled
  if (sampled.every((one) => one.cpuLimitCores === null && one.memoryLimitBytes === null)) return null
  const reason = refusalOf(candidate, sampled)
  if (reason !== null) return { kind: 'refused', reason }
  const cores = Math.max(...sampled.map(({ busiestCores }) => busiestCores ?? 0))
  const memoryBytes = Math.max(...candidate.map((run) => statOf(run, 'memory', 'max') ?? 0))
  return {
    kind: 'advice',
    runs: candidate.length,
    seconds: Math.min(...sampled.map(({ seconds }) => seconds)),
    used: { cores, memoryBytes },
    request: {
      millicores: upTo(1000 * cores * CPU_FACTOR, CPU_STEP_MILLICORES),
      memoryMebibytes: upTo((memoryBytes * MEMORY_FACTOR) / MEBIBYTE, MEMORY_STEP_MEBIBYTES),
    },
    limits: { cpuLimitCores, memoryLimitBytes },
  }
}

function refusalOf(candidate: readonly IdentifiedRun[], sampled: readonly SampledService[]): Text | null {
  if (candidate.length < MIN_RUNS)
    return candidate.length === 1
      ? text`it takes ${MIN_RUNS} runs, and there is 1`
      : text`it takes ${MIN_RUNS} runs, and there are ${candidate.length}`
  if (sampled.length < candidate.length) return text`not every run has them`
  const shortest = Math.min(...sampled.map(({ seconds }) => seconds))
  if (shortest < MIN_SECONDS) {
    return text`a run must take ${formatDuration(1000 * MIN_SECONDS)}, and the shortest took ${formatDuration(1000 * shortest)}`
  }
  if (candidate.some((run) => (statOf(run, 'oom_kills', 'count') ?? 0) > 0)) return text`the service ran out of memory`
  if (candidate.some((run) => (statOf(run, 'restarts', 'count') ?? 0) > 0)) return text`the service was restarted`
  const throttled = Math.max(...candidate.map((run) => statOf(run, 'cpu_throttled', 'rate') ?? 0))
  if (throttled > MAX_THROTTLED_SHARE) {
    return text`the processor limit held the service back in ${formatValue(throttled, 'ratio', 2)} of the time, so what it needs is not known`
  }
  const isKnown = candidate.every((run) => statOf(run, 'memory', 'max') !== null)
  return isKnown && sampled.every(({ busiestCores }) => busiestCores !== null)
    ? null
    : text`a run has no usable samples`
}

function statOf({ run }: IdentifiedRun, metric: string, stat: string): number | null {
  return run.measurements.find((one) => one.metric === metric && one.endpoint === null)?.stats.get(stat) ?? null
}

/** A tiny excess comes from binary fractions and does not round up to the next step. */
function upTo(value: number, step: number): number {
  return Math.max(1, Math.ceil(value / step - 1e-9)) * step
}

/** The advice as one paragraph, in the quantities of a manifest. */
export function sizingText(sizing: RightSizing): Text {
  if (sizing.kind === 'refused') return text`No advice on requests and limits: ${sizing.reason}.`
  const { request, used, limits, runs, seconds } = sizing
  const [cpu, memory] = [`${request.millicores}m`, `${request.memoryMebibytes}Mi`]
  return sentences(
    text`For Kubernetes, at this load: requests cpu ${cpu} and memory ${memory}, limit memory ${memory}, no cpu limit.`,
    text`It is a lower end, from ${count(runs, 'run')} of at least ${formatDuration(1000 * seconds)}: production has other peaks.`,
    text`Used by the busiest instance: ${formatValue(used.cores, 'none', 3)} cores in nine of ten seconds, ${formatValue(used.memoryBytes, 'bytes')} at most.`,
    text`Limits now: ${limitsText(limits)}; head-room ${headRoom(used, limits)}.`,
  )
}

type Limits = Pick<SampledService, 'cpuLimitCores' | 'memoryLimitBytes'>

function limitsText({ cpuLimitCores, memoryLimitBytes }: Limits): Text {
  const cores = cpuLimitCores === null ? text`no cpu limit` : text`${formatValue(cpuLimitCores, 'none')} cores`
  const memory = memoryLimitBytes === null ? text`no memory limit` : text`${formatValue(memoryLimitBytes, 'bytes')}`
  return text`${cores}, ${memory}`
}

function headRoom(used: Readonly<{ cores: number; memoryBytes: number }>, limits: Limits): Text {
  const ofCpu = unusedShare(used.cores, limits.cpuLimitCores)
  const ofMemory = unusedShare(used.memoryBytes, limits.memoryLimitBytes)
  const known = [
    ...(ofCpu === null ? [] : [text`cpu ${ofCpu}`]),
    ...(ofMemory === null ? [] : [text`memory ${ofMemory}`]),
  ]
  return joined(known, text`, `)
}

/** The part of a limit that is not used. null: there is no limit. */
function unusedShare(used: number, limit: number | null): string | null {
  return limit === null ? null : formatValue(1 - used / limit, 'ratio', 3)
}
