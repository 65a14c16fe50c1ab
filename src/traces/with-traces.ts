import type { ServiceEvidence } from '../model/comparison.ts'
import type { CollectedTraces } from '../model/trace.ts'
import { compareTraces } from './compare-traces.ts'

/** The evidence, with the comparison of the traces that lie beside the runs of each service. */
export function withTraces(
  evidence: readonly ServiceEvidence[],
  traces: readonly CollectedTraces[],
): readonly ServiceEvidence[] {
  return evidence.map((one) => {
    const own = traces.filter(({ service }) => service === one.service)
    if (own.length === 0) return one
    const read = own.flatMap(({ content, ...place }) =>
      content.kind === 'traces' ? [{ ...place, file: content.file }] : [],
    )
    const refusals = own.flatMap(({ path, content }) =>
      content.kind === 'unreadable' ? [{ path, problem: content.problem }] : [],
    )
    return { ...one, traces: { comparisons: compareTraces(read), refusals } }
  })
}
