import type { ComplexityChange } from '../model/complexity.ts'
import { plainText } from '../model/text.ts'

/** The stable JSON of `perf-gate complexity`. Unknown values are null; ratios are 0.083 for +8.3 %. */
export function complexityJson({ notes, ...change }: ComplexityChange): object {
  return { schemaVersion: 1, ...change, notes: notes.map(plainText) }
}
