import type { ReadOptions } from '../model/read-options.ts'
import type { Run } from '../model/run.ts'
import type { Format } from './format.ts'
import { K6 } from './k6-tool.ts'
import { isSpread } from './one-record-a-line.ts'

/**
 * Raw points of `k6 run --out json=FILE`, every version since k6 v0.26: one JSON object a line, of any size.
 * https://grafana.com/docs/k6/latest/results-output/real-time/json/
 */
export const k6PointsNdjson: Format = {
  id: 'k6-points-ndjson',
  tool: K6,
  title: 'k6 --out json points',
  content: 'points',
  recognizes: isPoints,
  parse: (chunks, options) => read([chunks], options),
  merge: read,
}

async function read(parts: readonly AsyncIterable<Uint8Array>[], options: ReadOptions): Promise<Run> {
  // Loaded here: most results are summaries, which need neither a scanner nor statistics.
  const [{ readPoints }, { createNdjsonScanner }] = await Promise.all([
    import('./read-points.ts'),
    import('./ndjson-scanner.ts'),
  ])
  const format = { id: 'k6-points-ndjson', hasTypes: true, createScanner: createNdjsonScanner }
  return readPoints(format, parts, options)
}

/**
 * The first record is an object with `type` Metric or Point and `metric`. A summary has neither. Other programs write points again with
 * spaces, in another order of keys, and over many lines.
 */
function isPoints(prefix: Uint8Array): boolean {
  const text = new TextDecoder().decode(prefix.subarray(0, 16 * 1024)).trimStart()
  const first = isSpread(text)
    ? (text.split(/^\}/m, 1)[0] ?? '').replaceAll(/[\r\n]/g, ' ')
    : (text.split('\n', 1)[0] ?? '')
  return /^\{(?=.*"type"\s*:\s*"(?:Metric|Point)")(?=.*"metric"\s*:\s*")(?=.*"data"\s*:\s*\{)/.test(first)
}
