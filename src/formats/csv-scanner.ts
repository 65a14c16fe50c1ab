import { UserError } from '../model/errors.ts'
import type { JsonObject } from '../model/json-object.ts'
import { text } from '../model/text.ts'
import { type BytePattern, isAt, textPattern, viewOf } from './byte-pattern.ts'
import { createCarriedBytes } from './carried-bytes.ts'
import { parseCsvRow } from './csv-row.ts'
import { createDecimalReader } from './decimal-reader.ts'
import { quote } from './foreign-json.ts'
import { createLineEndings, type LineEndings } from './line-endings.ts'
import type { LineScanner, PointReceiver } from './point-receiver.ts'

const CSV_HEADER = 'metric_name,timestamp,metric_value'

const MAX_ROW_BYTES = 1024 * 1024
const NEWLINE = 0x0a
const QUOTE = 0x22
const COMMA = 0x2c
const LEADING_COLUMNS = 3
const NUMBER = /^-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/

type KnownMetric = Readonly<{ name: string; id: number; prefix: BytePattern }>

/**
 * Reads k6's CSV points (https://grafana.com/docs/k6/latest/results-output/real-time/csv/). Columns are found by the
 * header, because their number and order differ between versions. A second header in the stream starts the next file.
 * Rows with quotes are parsed field by field.
 */
export function createCsvScanner<Series>(receiver: PointReceiver<Series>): LineScanner {
  const metrics: KnownMetric[] = []
  const successors: number[] = []
  const decimals = createDecimalReader()
  let columns: readonly string[] = []
  let endings: LineEndings<Series> = createLineEndings(parseEnding)
  let previousMetric = 0
  let lastTime: BytePattern | null = null
  let lastTimeMs = 0
  const carried = createCarriedBytes()
  let left = 0
  let offset = 0
  let bytes: Uint8Array = new Uint8Array()
  let view = viewOf(bytes)

  function push(chunk: Uint8Array): void {
    bytes = carried.followedBy(chunk)
    view = viewOf(bytes)
    let position = 0
    while (position < bytes.length) {
      const end = readFast(position) || readSlow(position)
      if (end === 0) break
      position = end
    }
    offset += position
    left = carried.leave(position)
    if (left > MAX_ROW_BYTES) throw tooLong(offset)
  }

  function end(): void {
    if (left === 0) return
    // k6 ends every row with a line break. Without it, a number may be cut in the middle and still look whole.
    throw new UserError(
      `The last row has no end, at byte ${offset}. The file is truncated: k6 was killed while it wrote.`,
    )
  }

  /** Returns the position after the row, or 0 if the row differs from the pattern of the rows before it. */
  function readFast(start: number): number {
    const metric = metricAt(start)
    if (metric === undefined) return 0
    const timeStart = start + metric.prefix.bytes.length
    if (lastTime === null || !isAt(lastTime, bytes, view, timeStart)) {
      if (!readTime(timeStart)) return 0
    }
    const valueEnd = decimals.read(bytes, timeStart + (lastTime?.bytes.length ?? 0))
    if (valueEnd === 0) return 0
    const ending = endings.at(bytes, view, valueEnd)
    if (ending === null) return 0
    const series = ending.series[metric.id] ?? receiver.series(metric.name, ending.tags)
    ending.series[metric.id] = series
    receiver.add(series, lastTimeMs, decimals.value())
    return valueEnd + ending.bytes.length
  }

  function metricAt(start: number): KnownMetric | undefined {
    const expected = metrics[successors[previousMetric] ?? -1]
    const found =
      expected !== undefined && isAt(expected.prefix, bytes, view, start)
        ? expected
        : metrics.find((metric) => isAt(metric.prefix, bytes, view, start))
    if (found === undefined) return undefined
    successors[previousMetric] = found.id
    previousMetric = found.id
    return found
  }

  function readTime(start: number): boolean {
    const comma = bytes.subarray(start, start + 64).indexOf(COMMA)
    if (comma < 0) return false
    const row = String.fromCharCode(...bytes.subarray(start, start + comma))
    const timeMs = timeOf(row)
    if (Number.isNaN(timeMs)) return false
    lastTime = textPattern(`${row},`)
    lastTimeMs = timeMs
    return true
  }

  /** Returns the position after the row, or 0 if the row does not end in this chunk. */
  function readSlow(start: number): number {
    const end = endOfRow(bytes, start)
    if (end < 0) return 0
    if (end - start > MAX_ROW_BYTES) throw tooLong(offset + start)
    const place = `at byte ${offset + start}`
    const row = decode(bytes.subarray(start, end), place).replace(/\r$/, '')
    if (row !== '') readRow(row, place)
    return end + 1
  }

  function readRow(row: string, place: string): void {
    const fields = parseCsvRow(row)
    if (fields === null) throw new UserError(`A row has a quote that is not closed, ${place}. The file is damaged.`)
    if (row.startsWith(CSV_HEADER)) {
      columns = fields
      endings = createLineEndings(parseEnding)
      return
    }
    const [name = '', time = '', value = ''] = fields
    if (fields.length !== columns.length) {
      throw new UserError(
        `A row has ${fields.length} fields and the header ${columns.length}, ${place}. The file is damaged.`,
      )
    }
    const timeMs = timeOf(time)
    if (Number.isNaN(timeMs))
      throw new UserError(text`The time of a point is ${quote(time)}, ${place}. The file is damaged.`)
    if (!NUMBER.test(value) || !Number.isFinite(Number(value))) {
      throw new UserError(
        text`The value of a point of ${quote(name)} is ${quote(value)}, not a number, ${place}. The file is damaged.`,
      )
    }
    if (!metrics.some((metric) => metric.name === name)) {
      metrics.push({ name, id: metrics.length, prefix: textPattern(`${name},`) })
    }
    receiver.add(receiver.series(name, tagsOf(fields.slice(LEADING_COLUMNS))), timeMs, Number(value))
  }

  /**
   * The tags of `,field,field…` up to the line break. null if the row continues, or if it has not the columns of the
   * header.
   */
  function parseEnding(ending: Uint8Array): JsonObject | null {
    const row = new TextDecoder().decode(ending.subarray(1, -1)).replace(/\r$/, '')
    const fields = row.includes('\ufffd') ? null : parseCsvRow(row)
    return fields === null || fields.length !== columns.length - LEADING_COLUMNS ? null : tagsOf(fields)
  }

  function tagsOf(fields: readonly string[]): JsonObject {
    const tags = new Map<string, string>()
    for (const [index, field] of fields.entries()) {
      const column = columns[index + LEADING_COLUMNS] ?? ''
      if (field === '' || column === 'metadata') continue
      if (column === 'extra_tags') for (const [name, value] of extraTags(field)) tags.set(name, value)
      else tags.set(column, field)
    }
    return Object.fromEntries(tags)
  }

  return { push, end }
}

/** `k=v&k2=v2`. k6 does not escape it, so a value with `&` or `=` looks like two tags. */
function extraTags(field: string): readonly (readonly [string, string])[] {
  return field.split('&').map((pair) => {
    const equals = pair.indexOf('=')
    return equals < 0 ? [pair, ''] : [pair.slice(0, equals), pair.slice(equals + 1)]
  })
}

/**
 * The formats of K6_CSV_TIME_FORMAT: unix, unix_milli, unix_micro and unix_nano, which differ in length, rfc3339 and
 * rfc3339_nano.
 */
function timeOf(row: string): number {
  if (/^\d{9,11}$/.test(row)) return Number(row) * 1000
  if (/^\d{12,14}$/.test(row)) return Number(row)
  if (/^\d{15,17}$/.test(row)) return Number(row.slice(0, -3))
  if (/^\d{18,20}$/.test(row)) return Number(row.slice(0, -6))
  return /^\d{4}-\d\d-\d\dT/.test(row) ? Date.parse(row) : Number.NaN
}

/**
 * The position of the line break that ends the row, which has an even number of quotes before it. -1 if there is none.
 */
function endOfRow(bytes: Uint8Array, start: number): number {
  let isOpen = false
  for (let at = start; at < bytes.length; at += 1) {
    if (bytes[at] === QUOTE) isOpen = !isOpen
    else if (bytes[at] === NEWLINE && !isOpen) return at
    if (at - start > MAX_ROW_BYTES) return at
  }
  return -1
}

function decode(row: Uint8Array, place: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(row)
  } catch {
    throw new UserError(`A row is not UTF-8 text, ${place}. The file is damaged.`)
  }
}

function tooLong(offset: number): UserError {
  return new UserError(`A row is longer than 1 MiB, at byte ${offset}. The file is damaged.`)
}
