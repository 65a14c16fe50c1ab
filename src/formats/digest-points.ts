import { UserError } from '../model/errors.ts'
import type { ReadOptions } from '../model/read-options.ts'
import { createCsvScanner } from './csv-scanner.ts'
import { seriesKey, writeDigest } from './digest-file.ts'
import { isRequestTime } from './k6-metrics.ts'
import { k6PointsCsv } from './k6-points-csv.ts'
import { k6PointsNdjson } from './k6-points-ndjson.ts'
import { createHistogram, type LatencyHistogram } from './latency-histogram.ts'
import { createNdjsonScanner } from './ndjson-scanner.ts'
import { pointsRun, type SeriesTraits } from './points-run.ts'
import { selected, selectionText } from './read-options.ts'
import { collectPoints, type PointsFormat } from './read-points.ts'

const NDJSON: PointsFormat = { id: k6PointsNdjson.id, hasTypes: true, createScanner: createNdjsonScanner }
const CSV: PointsFormat = { id: k6PointsCsv.id, hasTypes: false, createScanner: createCsvScanner }

/**
 * The text of a digest of raw points, JSON or CSV, told apart by content. Streams: the points may still be written while they are
 * read, as from a pipe. Throws a UserError where they are damaged or are not points.
 */
export async function digestPoints(chunks: AsyncIterable<Uint8Array>, options: ReadOptions): Promise<string> {
  const iterator = chunks[Symbol.asyncIterator]()
  const first = await iterator.next()
  if (first.done === true) throw new UserError('There are no points: the input is empty.')
  const format = k6PointsCsv.recognizes(first.value) ? CSV : NDJSON
  const all = (async function* () {
    yield first.value
    for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) yield next.value
  })()
  const histograms = new Map<string, LatencyHistogram>()
  const run = pointsRun(format.id, await collectPoints(format, [all], options), (series, values) => {
    if (!isJudged(series) || values.length === 0) return
    const histogram = createHistogram()
    for (const value of values) histogram.record(value)
    histograms.set(seriesKey(series), histogram)
  })
  return writeDigest({ run: { ...run, ...selected(options, selectionText(options)) }, histograms })
}

/** The times that services are judged by. The phases of a request only keep their statistics. */
function isJudged({ metric, unit, better }: SeriesTraits): boolean {
  return unit === 'ms' && better === 'lower' && (metric === 'http_req_duration' || !isRequestTime(metric))
}
