/** Each whole number below this has its own cell. Most tools measure in milliseconds, so that is a minute. */
const EXACT_BELOW = 65_536

/**
 * Any other value shares a cell that is 0.1 % wide, given by the exponent and the first 10 bits of the fraction of a
 * double (https://en.wikipedia.org/wiki/Double-precision_floating-point_format). The cells cover values from 2^-20 to
 * 2^27, which in milliseconds is from a nanosecond to more than a day.
 */
const DROPPED_BITS = 10
const CELLS_PER_OCTAVE = 1024
const LOWEST_EXPONENT = -20
const OCTAVES = 47
const FIRST_CELL = (1023 + LOWEST_EXPONENT) * CELLS_PER_OCTAVE
const LAST_CELL = FIRST_CELL + OCTAVES * CELLS_PER_OCTAVE - 1

const PAGE_BITS = 7
const PAGE = 1 << PAGE_BITS

const HALVES = new DataView(new ArrayBuffer(8))

/**
 * How often each value was seen. Memory depends on how many different values there are, and not on the number of
 * samples.
 */
export type ValueCounts = { pages: (Uint32Array | undefined)[]; count: number }

export function createValueCounts(): ValueCounts {
  return { pages: [], count: 0 }
}

/** The cell of a value, which must not be negative. */
export function cellOf(value: number): number {
  const whole = value | 0
  if (whole === value && whole >= 0 && whole < EXACT_BELOW) return whole
  HALVES.setFloat64(0, value)
  const cell = HALVES.getUint32(0) >>> DROPPED_BITS
  return EXACT_BELOW + Math.min(Math.max(cell, FIRST_CELL), LAST_CELL) - FIRST_CELL
}

export function isExactCell(cell: number): boolean {
  return cell < EXACT_BELOW
}

export function countCell(counts: ValueCounts, cell: number, times = 1): void {
  const index = cell >>> PAGE_BITS
  let page = counts.pages[index]
  if (page === undefined) {
    while (counts.pages.length < index) counts.pages.push(undefined)
    page = new Uint32Array(PAGE)
    counts.pages[index] = page
  }
  const at = cell & (PAGE - 1)
  page[at] = (page[at] ?? 0) + times
  counts.count += times
}

export function addCounts(to: ValueCounts, from: ValueCounts): void {
  eachCell(from, (cell, times) => countCell(to, cell, times))
}

/** A value and how often it was seen. */
export type CountedValue = Readonly<{ value: number; times: number }>

export function countedValues(counts: ValueCounts): readonly CountedValue[] {
  const values: CountedValue[] = []
  eachCell(counts, (cell, times) => values.push({ value: middleOf(cell), times }))
  return values.sort((left, right) => left.value - right.value)
}

/**
 * Quantiles by linear interpolation between order statistics, as in `quantilesInPlace`. `values` must be sorted and not
 * empty.
 */
export function quantilesOfCounts(
  values: readonly CountedValue[],
  probabilities: readonly number[],
): readonly number[] {
  const count = values.reduce((total, { times }) => total + times, 0)
  let at = 0
  let passed = 0
  const valueAt = (rank: number): number => {
    while (at < values.length - 1 && passed + (values[at]?.times ?? 0) <= rank) {
      passed += values[at]?.times ?? 0
      at += 1
    }
    return values[at]?.value ?? Number.NaN
  }
  return probabilities.map((probability) => {
    const position = probability * (count - 1)
    const below = valueAt(Math.floor(position))
    const above = position % 1 === 0 ? below : peek(values, at, passed, Math.ceil(position))
    return below + (above - below) * (position % 1)
  })
}

/** The value of the next rank. It does not advance, because the next probability may lie before that rank. */
function peek(values: readonly CountedValue[], at: number, passed: number, rank: number): number {
  const isSame = passed + (values[at]?.times ?? 0) > rank
  return values[isSame ? at : Math.min(at + 1, values.length - 1)]?.value ?? Number.NaN
}

function eachCell(counts: ValueCounts, take: (cell: number, times: number) => void): void {
  for (const [index, page] of counts.pages.entries()) {
    if (page === undefined) continue
    for (let at = 0; at < PAGE; at += 1) {
      const times = page[at] ?? 0
      if (times > 0) take(index * PAGE + at, times)
    }
  }
}

function middleOf(cell: number): number {
  if (cell < EXACT_BELOW) return cell
  const bits = cell - EXACT_BELOW + FIRST_CELL
  HALVES.setUint32(4, 0)
  HALVES.setUint32(0, bits << DROPPED_BITS)
  const from = HALVES.getFloat64(0)
  HALVES.setUint32(0, (bits + 1) << DROPPED_BITS)
  return (from + HALVES.getFloat64(0)) / 2
}
