import { countByEndpoint } from './ordered-samples.ts'
import { createSampleCounts, type SampleCounts } from './sample-counts.ts'
import { endpointOfMark, slotOfMark } from './sample-mark.ts'

/** Samples per page. The column grows by whole pages, so nothing is copied when it grows. */
const PAGE = 16_384

/**
 * Samples of one metric in the order of the file. Each has a value and a mark with its time and endpoint. After `limit`
 * samples the column only counts values, so memory does not grow with the file.
 */
export type SampleColumn = {
  length: number
  values: Float64Array
  marks: Uint32Array
  full: { readonly values: Float64Array; readonly marks: Uint32Array }[]
  counts: SampleCounts | null
  readonly limit: number
}

export function createColumn(limit: number): SampleColumn {
  return {
    length: 0,
    values: new Float64Array(PAGE),
    marks: new Uint32Array(PAGE),
    full: [],
    counts: null,
    limit,
  }
}

export function pushSample(column: SampleColumn, value: number, mark: number): void {
  if (column.counts !== null) {
    column.counts.record(value, endpointOfMark(mark), slotOfMark(mark))
    return
  }
  const at = column.length % PAGE
  if (at === 0 && column.length > 0) turnPage(column)
  column.values[at] = value
  column.marks[at] = mark
  column.length += 1
  if (column.length === column.limit) becomeCounts(column)
}

function turnPage(column: SampleColumn): void {
  column.full.push({ values: column.values, marks: column.marks })
  column.values = new Float64Array(PAGE)
  column.marks = new Uint32Array(PAGE)
}

function becomeCounts(column: SampleColumn): void {
  const { values, marks } = takeArrays(column)
  const counts = createSampleCounts(countByEndpoint({ values, marks }))
  for (let index = 0; index < marks.length; index += 1) {
    const mark = marks[index] ?? 0
    counts.record(values[index] ?? 0, endpointOfMark(mark), slotOfMark(mark))
  }
  column.counts = counts
}

/**
 * All values and marks in two arrays, in the order in which they came. The column is emptied page by page, because
 * column and arrays together would take twice the memory.
 */
export function takeArrays(column: SampleColumn): Readonly<{ values: Float64Array; marks: Uint32Array }> {
  const { length } = column
  const values = new Float64Array(length)
  const marks = new Uint32Array(length)
  const last = { values: column.values, marks: column.marks }
  const pages = [...column.full, last]
  column.full = []
  for (let at = 0; at < length; at += PAGE) {
    const page = pages.shift() ?? last
    values.set(page.values.subarray(0, length - at), at)
    marks.set(page.marks.subarray(0, length - at), at)
  }
  column.length = 0
  return { values, marks }
}
