/** k6's names of trend statistics: metrics/sample.go at https://github.com/grafana/k6/tree/v2.2.0. */
const PLAIN: ReadonlyMap<string, string> = new Map([
  ['avg', 'avg'],
  ['min', 'min'],
  ['max', 'max'],
  ['med', 'p50'],
  ['count', 'count'],
])

/** `p(95)` and `p(99.9)`, or `p95` in the machine-readable summary. */
const PERCENTILE = /^p(?:\((\d{1,3}(?:\.\d{1,6})?)\)|(\d{1,3}(?:\.\d{1,6})?))$/

/**
 * Our name of a trend statistic: `p50` for `med`, `p95` for `p(95)`, `p99.9` for `p(99.90)`. null for a name that k6
 * does not have.
 */
export function statName(name: string): string | null {
  const plain = PLAIN.get(name)
  if (plain !== undefined) return plain
  const match = PERCENTILE.exec(name)
  const percent = Number(match?.[1] ?? match?.[2] ?? Number.NaN)
  return percent >= 0 && percent <= 100 ? `p${percent}` : null
}
