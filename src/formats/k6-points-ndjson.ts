import type { ReadOptions } from '../model/read-options.ts'
import type { Run } from '../model/run.ts'
import type { Format } from './format.ts'
import { K6 } from './k6-tool.ts'
import { hasMultilineRecords } from './one-record-per-line.ts'

/**
 * Raw points of `k6 run --out json=FILE` of every version since k6 v0.26. Each line is a JSON object, and the file may
 * have any size.
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
  // Loaded here because most results are summaries, which need neither the scanner nor statistics.
  const [{ readPoints }, { createNdjsonScanner }] = await Promise.all([
    import('./read-points.ts'),
    import('./ndjson-scanner.ts'),
  ])
  const format = { id: 'k6-points-ndjson', hasTypes: true, createScanner: createNdjsonScanner }
  return readPoints(format, parts, options)
}

/**
 * Whether the first record is an object with `metric` and with the `type` Metric or Point, which a summary does not
 * have. Programs that rewrite points may add spaces, reorder keys, or spread a record over many lines.
 */
function isPoints(prefix: Uint8Array): boolean {
  const text = new TextDecoder().decode(prefix.subarray(0, 16 * 1024)).trimStart()
  const first = hasMultilineRecords(text)
    ? (text.split(/^\}/m, 1)[0] ?? '').replaceAll(/[\r\n]/g, ' ')
    : (text.split('\n', 1)[0] ?? '')
  return /^\{(?=.*"type"\s*:\s*"(?:Metric|Point)")(?=.*"metric"\s*:\s*")(?=.*"data"\s*:\s*\{)/.test(first)
}
