import type { ReadOptions } from '../model/read-options.ts'
import type { Run } from '../model/run.ts'
import type { Format } from './format.ts'
import { K6 } from './k6-tool.ts'

/**
 * Raw points of `k6 run --out csv=FILE` of every version since k6 v0.26. They do not say of which kind a metric is, so
 * only k6's built-in metrics can be read. By default, their times are whole seconds.
 * https://grafana.com/docs/k6/latest/results-output/real-time/csv/
 */
export const k6PointsCsv: Format = {
  id: 'k6-points-csv',
  tool: K6,
  title: 'k6 --out csv points',
  content: 'points',
  recognizes: (prefix) =>
    new TextDecoder().decode(prefix.subarray(0, 64)).startsWith('metric_name,timestamp,metric_value'),
  parse: (chunks, options) => read([chunks], options),
  merge: read,
}

async function read(parts: readonly AsyncIterable<Uint8Array>[], options: ReadOptions): Promise<Run> {
  // Loaded here because most results are summaries, which need neither the scanner nor statistics.
  const [{ readPoints }, { createCsvScanner }] = await Promise.all([
    import('./read-points.ts'),
    import('./csv-scanner.ts'),
  ])
  const format = { id: 'k6-points-csv', hasTypes: false, createScanner: createCsvScanner }
  return readPoints(format, parts, options)
}
