import { formatSize, formatValue } from '../model/numbers.ts'
import { printable } from '../model/printable.ts'
import { plainText } from '../model/text.ts'
import type { OperationChange, TraceFile } from '../model/trace.ts'
import { compareTraces } from './compare-traces.ts'

const MAX_OPERATIONS = 10
const MAX_CHARACTERS = 200

const COMPARING =
  'is for information: put the traces of both sides into run-<n>/traces/, with the same share of the requests on both sides'

/** The text of `perf-gate inspect FILE` for a file of traces. Ends with a newline. */
export function inspectTraces(path: string, file: TraceFile): string {
  const [comparison] = compareTraces([{ file, side: 'candidate', run: '', requests: null, errorRatio: null }])
  const { candidate: side, operations = [], operationsLeftOut = 0, notes = [] } = comparison ?? {}
  const services = [...new Set(file.spans.map(({ service }) => service))].sort()
  const lines: readonly (readonly [string, string])[] = [
    ['path', path],
    ['format', file.tool],
    ['traces', `${side?.traces ?? 0}`],
    ['spans', `${side?.spans ?? 0}`],
    ['services', services.join(', ')],
    ['operations', `${operations.length + operationsLeftOut}`],
    ['sampling', samplingText(file)],
    ['failed', `${formatSize(side?.tracedErrorRatio ?? 0)} of the traces`],
    ['comparing', COMPARING],
    ...notes.map((note) => ['note', plainText(note)] as const),
  ]
  return [
    'Traces.',
    '',
    ...lines.map(([label, text]) => `  ${label.padEnd(10)}  ${printable(text, MAX_CHARACTERS)}`),
    '',
    'The operations that take most by themselves, in one trace:',
    ...operations.slice(0, MAX_OPERATIONS).flatMap(operationLine),
    '',
  ].join('\n')
}

function samplingText({ samplingRatios }: TraceFile): string {
  return samplingRatios.length === 0
    ? 'the file does not say it'
    : samplingRatios.map((ratio) => formatSize(ratio)).join(', ')
}

function operationLine({ service, kind, operation, candidate }: OperationChange): readonly string[] {
  if (candidate === null) return []
  const ownTime = formatValue(candidate.selfMsPerTrace, 'ms').padStart(10)
  const called = printable(`${service} ${kind} ${operation}`, MAX_CHARACTERS)
  return [`  ${ownTime}  ${called}, ${candidate.spans} spans, p95 ${formatValue(candidate.p95Ms, 'ms')}`]
}
