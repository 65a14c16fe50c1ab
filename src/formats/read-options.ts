import type { ReadOptions } from '../model/read-options.ts'
import type { Run } from '../model/run.ts'

/** No window, no filter. k6 users reach 500 endpoints only when URLs are not grouped by a `name` tag. */
export const DEFAULT_READ_OPTIONS: ReadOptions = {
  excludeFirstMs: 0,
  excludeLastMs: 0,
  scenarios: null,
  tags: new Map(),
  maxEndpoints: 500,
  endpointGroups: [],
}

/** Does the policy ask for something that a summary cannot give? */
export function narrowsSamples(options: ReadOptions): boolean {
  return selectionText(options) !== null
}

/** The field of a run that says what was wanted and what could be done. Nothing where both are all samples. */
export function selected(options: ReadOptions, applied: string | null): Pick<Run, 'selection'> {
  const wanted = selectionText(options)
  return wanted === null && applied === null ? {} : { selection: { wanted, applied } }
}

/** What counts, in words that are equal where the same counts: `without the first 30 s; scenario main`. null: all. */
export function selectionText({ excludeFirstMs, excludeLastMs, scenarios, tags }: ReadOptions): string | null {
  const parts = [
    ...(excludeFirstMs > 0 ? [`without the first ${excludeFirstMs / 1000} s`] : []),
    ...(excludeLastMs > 0 ? [`without the last ${excludeLastMs / 1000} s`] : []),
    ...(scenarios === null ? [] : [`scenarios ${[...scenarios].sort().join(', ')}`]),
    ...[...tags].map(([tag, value]) => `tag ${tag}=${value}`).sort(),
  ]
  return parts.length === 0 ? null : parts.join('; ')
}
