import type { LatencyHistogram } from './latency-histogram.ts'

/** Samples a page. Pages are added as samples come, so that nothing is ever copied to grow. */
const PAGE = 16_384

/**
 * Samples of one metric in the order of the file: values, and beside each a mark (its time and endpoint).
 * A column with a limit turns into a histogram when it is reached, so that memory does not grow with the file.
 */
export type SampleColumn = {
  length: number
  values: Float64Array
  marks: Uint32Array
  full: { readonly values: Float64Array; readonly marks: Uint32Array }[]
  histogram: LatencyHistogram | null
  readonly limit: number
  readonly createHistogram: () => LatencyHistogram
}

export function createColumn(limit: number, createHistogram: () => LatencyHistogram): SampleColumn {
  return {
    length: 0,
    values: new Float64Array(PAGE),
    marks: new Uint32Array(PAGE),
    full: [],
    histogram: null,
    limit,
    createHistogram,
  }
}

/** Adds one sample. */
export function pushSample(column: SampleColumn, value: number, mark: number): void {
  if (column.histogram !== null) {
    column.histogram.record(value)
    return
  }
  const at = column.length % PAGE
  if (at === 0 && column.length > 0) turnPage(column)
  column.values[at] = value
  column.marks[at] = mark
  column.length += 1
  if (column.length === column.limit) becomeHistogram(column)
}

function turnPage(column: SampleColumn): void {
  column.full.push({ values: column.values, marks: column.marks })
  column.values = new Float64Array(PAGE)
  column.marks = new Uint32Array(PAGE)
}

function becomeHistogram(column: SampleColumn): void {
  const histogram = column.createHistogram()
  for (const value of takeArrays(column).values) histogram.record(value)
  column.histogram = histogram
  column.full = []
}

/** All values and marks in two arrays, in the order in which they came. Empties the column, page by page: both would take twice the memory. */
export function takeArrays(column: SampleColumn): Readonly<{ values: Float64Array; marks: Uint32Array }> {
  const length = column.histogram === null ? column.length : 0
  const values = new Float64Array(length)
  const marks = new Uint32Array(length)
  const last = { values: column.values, marks: column.marks }
  const pages = column.histogram === null ? [...column.full, last] : []
  column.full = []
  for (let at = 0; at < length; at += PAGE) {
    const page = pages.shift() ?? last
    values.set(page.values.subarray(0, length - at), at)
    marks.set(page.marks.subarray(0, length - at), at)
  }
  column.length = 0
  return { values, marks }
}
