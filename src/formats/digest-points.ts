import { UserError } from '../model/errors.ts'
import { ADVICE_ON_POINTS } from '../model/k6-advice.ts'
import { isRequestTime } from '../model/k6-metrics.ts'
import type { ReadOptions } from '../model/read-options.ts'
import { sentences } from '../model/text.ts'
import { createCsvScanner } from './csv-scanner.ts'
import { seriesKey, writeDigest } from './digest-file.ts'
import { joinChunks } from './json-document.ts'
import { k6PointsCsv } from './k6-points-csv.ts'
import { k6PointsNdjson } from './k6-points-ndjson.ts'
import { createHistogram, type LatencyHistogram } from './latency-histogram.ts'
import { createNdjsonScanner } from './ndjson-scanner.ts'
import { pointsRun, type SeriesTraits } from './points-run.ts'
import { selectionOf, selectionText } from './read-options.ts'
import { collectPoints, type PointsFormat } from './read-points.ts'
import { FORMATS } from './registry.ts'
import { explainUnreadable, ForeignFileError } from './unreadable.ts'

const NDJSON = { ...k6PointsNdjson, hasTypes: true, createScanner: createNdjsonScanner }
const CSV = { ...k6PointsCsv, hasTypes: false, createScanner: createCsvScanner }

/** The longest first line is the k6 line with the thresholds of a metric. It has some kilobytes. */
const MAX_FIRST_LINE_BYTES = 64 * 1024
const NEWLINE = 0x0a

const RAW_POINTS = 'Let k6 write raw points with --out json=FILE, and give that file.'

/**
 * The text of a digest of raw points. JSON and CSV are told apart by content. The points are streamed, so they may
 * still be written while they are read, for example through a pipe. Throws a UserError if they are damaged, or if the
 * input is not points.
 */
export async function digestPoints(chunks: AsyncIterable<Uint8Array>, options: ReadOptions): Promise<string> {
  const iterator = chunks[Symbol.asyncIterator]()
  try {
    const start = await firstLine(iterator)
    if (start.length === 0) throw new UserError('There are no points: the input is empty.')
    const format = [CSV, NDJSON].find(({ recognizes }) => recognizes(start))
    if (format === undefined) throw explainNotPoints(await joinChunks(concatenated(start, iterator)).catch(() => start))
    return await digestOf(format, concatenated(start, iterator), options)
  } finally {
    await iterator.return?.()
  }
}

/** The bytes of the first chunks, up to the end of the first line. A pipe may deliver the line in pieces. */
async function firstLine(iterator: AsyncIterator<Uint8Array>): Promise<Uint8Array> {
  let start: Uint8Array = new Uint8Array()
  while (start.length < MAX_FIRST_LINE_BYTES && !start.includes(NEWLINE)) {
    const next = await iterator.next()
    if (next.done === true) break
    const joined = new Uint8Array(start.length + next.value.length)
    joined.set(start)
    joined.set(next.value, start.length)
    start = joined
  }
  return start
}

async function* concatenated(start: Uint8Array, iterator: AsyncIterator<Uint8Array>): AsyncIterable<Uint8Array> {
  yield start
  for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) yield next.value
}

/** The error for input that is not points. It says what the input is and what to do. */
function explainNotPoints(content: Uint8Array): UserError {
  const found = FORMATS.find(({ recognizes }) => recognizes(content))
  if (found === undefined) {
    const problem = explainUnreadable(content, 'points.ndjson')
    return problem instanceof ForeignFileError ? new UserError(sentences(problem.what, [RAW_POINTS])) : problem
  }
  return found.content === 'summary'
    ? new UserError(
        `This is a summary (${found.title}), and digests are made of raw points: a summary has no samples. ${RAW_POINTS}`,
      )
    : new UserError(`This is a ${found.content} already (${found.title}): there is nothing to do.`)
}

async function digestOf(
  format: PointsFormat,
  points: AsyncIterable<Uint8Array>,
  options: ReadOptions,
): Promise<string> {
  const histograms = new Map<string, LatencyHistogram>()
  const run = pointsRun(
    format.id,
    await collectPoints(format, [points], options),
    ADVICE_ON_POINTS,
    (series, samples) => {
      if (!isJudged(series) || samples.count === 0) return
      const histogram = createHistogram()
      samples.each(histogram.record)
      histograms.set(seriesKey(series), histogram)
    },
  )
  return writeDigest({ run: { ...run, ...selectionOf(options, selectionText(options)) }, histograms })
}

/**
 * Whether services are judged by this time. The phases of a request are not: their histograms are left out, and only
 * their statistics are kept.
 */
function isJudged({ metric, unit, better }: SeriesTraits): boolean {
  return unit === 'ms' && better === 'lower' && (metric === 'http_req_duration' || !isRequestTime(metric))
}
