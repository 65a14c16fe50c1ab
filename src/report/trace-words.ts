import { count, formatRatio, formatSize, formatValue, listed } from '../model/numbers.ts'
import type { OperationChange, OperationTimes, TraceComparison, TracedSide } from '../model/trace.ts'

/** If the shares of traced requests differ by more than this factor, the two sides were sampled in different ways. */
const LEAST_UNEVEN = 1.5

/** Below this share of the requests, the traces are a sample. Not 1, because setup and probes add requests that the test does not count. */
const LEAST_WHOLE = 0.95

/** If failed requests are more than this many times as frequent in the traces as in the test, the sampler prefers failed requests. */
const LEAST_PREFERRED = 2

/** Which requests were traced, and the limits of the traces. In full sentences, because readers may take a sample for the whole service. */
export function samplingSentences(comparison: TraceComparison): readonly string[] {
  const sides = [
    ['baseline', comparison.baseline],
    ['candidate', comparison.candidate],
  ] as const
  const there = sides.filter(([, { runs }]) => runs > 0)
  const [absent] = sides.filter(([, { runs }]) => runs === 0)
  return [
    `${comparison.tool}: ${listed(there.map(([name, side]) => tracesOf(name, side)))}.`,
    ...(absent === undefined
      ? []
      : [`The ${absent[0]} has no traces of this kind, so there is nothing to compare with.`]),
    ...(there.some(([, { requests }]) => requests === null)
      ? ['How many requests there were is not known, so it cannot be said which part of them was traced.']
      : []),
    ...samplerSentence(there.map(([, side]) => side)),
    ...unevenSentence(comparison),
    ...there.flatMap(([name, side]) => preferenceSentence(name, side)),
    'For information: nothing here was tested, and nothing blocks.',
  ]
}

function tracesOf(name: string, side: TracedSide): string {
  const ratio = tracedRatio(side)
  const traces = `${count(side.traces, 'trace')} of the ${name}`
  if (ratio === null) return traces
  return ratio > 1
    ? `${traces} (for ${count(side.requests ?? 0, 'request')})`
    : `${traces} (${formatSize(ratio)} of its requests)`
}

/** null: not known. */
function tracedRatio({ traces, requests }: TracedSide): number | null {
  return requests === null ? null : traces / requests
}

function samplerSentence(sides: readonly TracedSide[]): readonly string[] {
  const ratios = [...new Set(sides.flatMap(({ samplingRatios }) => samplingRatios))].sort((left, right) => left - right)
  const [first, last] = [ratios[0], ratios.at(-1)]
  if (first === undefined || last === undefined) return []
  const kept = first === last ? formatSize(first) : `${formatSize(first)} to ${formatSize(last)}`
  return [`The tracers say that they keep ${kept}.`]
}

function unevenSentence({ baseline, candidate }: TraceComparison): readonly string[] {
  const [before, after] = [tracedRatio(baseline), tracedRatio(candidate)]
  if (before === null || after === null || before === 0 || after === 0) return []
  return Math.max(before / after, after / before) <= LEAST_UNEVEN
    ? []
    : ['The sides keep different shares of their requests, so that a difference may be one of the sampling.']
}

function preferenceSentence(name: string, side: TracedSide): readonly string[] {
  const { traces, tracedErrorRatio, errorRatio } = side
  const ratio = tracedRatio(side)
  // Fewer than five failed traces may be chance.
  const isPreferred =
    errorRatio !== null &&
    tracedErrorRatio * traces >= 5 &&
    tracedErrorRatio > LEAST_PREFERRED * errorRatio &&
    (ratio ?? 1) < LEAST_WHOLE
  return isPreferred
    ? [
        `${formatSize(tracedErrorRatio)} of the traces of the ${name} failed, and ${formatSize(errorRatio)} of its requests: the sampling prefers failed requests, and perhaps slow ones, so p95 and failures are those of the sample.`,
      ]
    : []
}

/** @param nameOf prints a name from outside */
export function operationRows({ baseline, candidate, operations }: TraceComparison, nameOf: (name: string) => string) {
  const isOneSide = baseline.runs === 0 || candidate.runs === 0
  return operations.map((one) => {
    const both = (write: (times: OperationTimes) => string) => arrow(one, write)
    return {
      operation: `${nameOf(one.service)} ${one.kind} ${nameOf(one.operation)}`,
      spans: both(({ spans }) => formatValue(spans, 'none')),
      self: both(({ selfMsPerTrace }) => ms(selfMsPerTrace)),
      change: isOneSide ? '' : changeOf(one),
      p50: both(({ p50Ms }) => ms(p50Ms)),
      p95: both(({ p95Ms }) => ms(p95Ms)),
      failed: both(({ errorRatio }) => formatSize(errorRatio)),
    }
  })
}

function changeOf({ baseline, candidate, changeRatio }: OperationChange): string {
  if (baseline === null) return 'new'
  if (candidate === null) return 'gone'
  return changeRatio === null ? '' : formatRatio(changeRatio)
}

function arrow({ baseline, candidate }: OperationChange, write: (times: OperationTimes) => string): string {
  return [baseline, candidate].flatMap((times) => (times === null ? [] : [write(times)])).join(' → ')
}

function ms(durationMs: number): string {
  return formatValue(durationMs, 'ms', 3)
}
