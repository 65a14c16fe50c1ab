import type { Measurement } from '../model/measurement.ts'

const MAX_LISTED = 10

/** The first ten texts, and how many more there are. */
export function listedNames(texts: readonly string[]): string {
  const hidden = texts.length - MAX_LISTED
  return hidden > 0 ? `${texts.slice(0, MAX_LISTED).join(', ')} and ${hidden} more` : texts.join(', ')
}

/** The names of the measured endpoints, as a text. */
export function listedEndpoints(measurements: readonly Measurement[]): string {
  const names = [...new Set(measurements.flatMap(({ endpoint }) => endpoint ?? []))].sort()
  if (names.length === 0) return 'none'
  return names.length > MAX_LISTED ? `${names.length}: ${listedNames(names)}` : listedNames(names)
}
