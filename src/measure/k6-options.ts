/** In examples and advice. */
export const EXAMPLE_LOAD = 'k6 run load.js'

/** `k6 run`, as a word of its own or at the end of a path. */
const K6_RUN = /(?<=^|[\s;&|(/"'])k6(?:\.exe)?["']?\s+run(?=\s|$)/

/** What k6 leaves out of a summary unless it is asked: https://grafana.com/docs/k6/latest/using-k6/k6-options/reference/#summary-trend-stats */
const TREND_STATS = 'avg,min,med,max,p(90),p(95),p(99),count'

export function isK6(command: string): boolean {
  return K6_RUN.test(command)
}

/** A command that runs k6, with the options without which it leaves no result; what it has already stays. */
export function withK6Options(command: string): string {
  const missing = [
    command.includes('--summary-export') ? [] : ['--summary-export {output}'],
    command.includes('--summary-trend-stats') ? [] : [`--summary-trend-stats '${TREND_STATS}'`],
  ].flat()
  return missing.length === 0 ? command : command.replace(K6_RUN, (found) => `${found} ${missing.join(' ')}`)
}
