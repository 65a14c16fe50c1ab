import type { ReadOptions } from '../model/read-options.ts'
import type { Run } from '../model/run.ts'

/** All samples count. A k6 test has more than 500 endpoints only if URLs are not grouped by a `name` tag. */
export const DEFAULT_READ_OPTIONS: ReadOptions = {
  excludeFirstMs: 0,
  excludeLastMs: 0,
  scenarios: null,
  tags: new Map(),
  maxEndpoints: 500,
  endpointGroups: [],
}

/** Whether the policy leaves out samples, which a summary cannot do. */
export function narrowsSamples(options: ReadOptions): boolean {
  return selectionText(options) !== null
}

/** The field of a run that says which samples were wanted and which were counted. No field if both are all samples. */
export function selectionOf(options: ReadOptions, applied: string | null): Pick<Run, 'selection'> {
  const wanted = selectionText(options)
  return wanted === null && applied === null ? {} : { selection: { wanted, applied } }
}

/**
 * A text for the samples that count: `without the first 30 s; scenarios main`. Equal texts mean equal samples. null:
 * all samples count.
 */
export function selectionText({ excludeFirstMs, excludeLastMs, scenarios, tags }: ReadOptions): string | null {
  const parts = [
    ...(excludeFirstMs > 0 ? [`without the first ${excludeFirstMs / 1000} s`] : []),
    ...(excludeLastMs > 0 ? [`without the last ${excludeLastMs / 1000} s`] : []),
    ...(scenarios === null ? [] : [`scenarios ${[...scenarios].sort().join(', ')}`]),
    ...[...tags].map(([tag, value]) => `tag ${tag}=${value}`).sort(),
  ]
  return parts.length === 0 ? null : parts.join('; ')
}
