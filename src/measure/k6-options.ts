/** Used in examples and advice. */
export const EXAMPLE_LOAD = 'k6 run load.js'

/** `k6 run`, where `k6` is a separate word or the end of a path. */
const K6_RUN = /(?<=^|[\s;&|(/"'])k6(?:\.exe)?["']?\s+run(?=\s|$)/

/**
 * k6 leaves `p(99)` and `count` out of a summary unless they are requested:
 * https://grafana.com/docs/k6/latest/using-k6/k6-options/reference/#summary-trend-stats
 */
const TREND_STATS = 'avg,min,med,max,p(90),p(95),p(99),count'

export function isK6(command: string): boolean {
  return K6_RUN.test(command)
}

/** Adds the options without which k6 writes no usable result. Options that the command already has are kept. */
export function withK6Options(command: string): string {
  const missing = [
    command.includes('--summary-export') ? [] : ['--summary-export {output}'],
    command.includes('--summary-trend-stats') ? [] : [`--summary-trend-stats '${TREND_STATS}'`],
  ].flat()
  return missing.length === 0 ? command : command.replace(K6_RUN, (found) => `${found} ${missing.join(' ')}`)
}
