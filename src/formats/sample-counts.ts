import { standardErrorsOf } from './batch-standard-errors.ts'
import { PROBABILITIES } from './percentiles.ts'
import {
  addCounts,
  type CountedValue,
  cellOf,
  countCell,
  countedValues,
  createValueCounts,
  isExactCell,
  quantilesOfCounts,
  type ValueCounts,
} from './value-counts.ts'

/** The largest number of slices of time. With more slices, neighbours are joined in pairs. A timeline has 60. */
const MAX_SLICES = 240

/**
 * At this number of batches, neighbours are joined in pairs. At least half of the batches remain, and batch means needs
 * 10 or more.
 */
const MAX_BATCHES = 40
const MIN_BATCHES = 10
const MIN_BATCH_SAMPLES = 1000
const WANTED_BATCHES = 20

/** The samples of one endpoint: those of the closed batches, and those of the open batch. */
type Part = {
  readonly closed: ValueCounts
  open: ValueCounts
  batchSamples: number
  batches: (readonly number[])[]
}

/** The counts of an unlimited number of samples: how often each value was seen, by endpoint and over time. */
export type SampleCounts = Readonly<{
  record(value: number, endpoint: number, slot: number): void
  /** null: the whole metric. */
  of(endpoint: number | null): CountedSamples
  /** The counts of each slice, by the first time slot of the slice. `slots`: the length of a slice. */
  slices(): Readonly<{ slots: number; values: ReadonlyMap<number, readonly CountedValue[]> }>
  /** Whether each value is known to the last digit. */
  isExact(): boolean
}>

export type CountedSamples = Readonly<{
  values: readonly CountedValue[]
  /** Standard errors by batch means, as in `batchStandardErrors`. null: there are too few samples. */
  standardErrors: ReadonlyMap<string, number> | null
}>

/**
 * @param seen the samples per endpoint that were kept before and are recorded first, all at once. The size of the first
 * batches depends on them.
 */
export function createSampleCounts(seen: Uint32Array): SampleCounts {
  const parts: (Part | undefined)[] = []
  let slices = new Map<number, ValueCounts>()
  /** A slice covers 2 to the power of `sliceBits` time slots. */
  let sliceBits = 0
  let lastSlice = -1
  let slice = createValueCounts()
  let exact = true

  function record(value: number, endpoint: number, slot: number): void {
    const cell = cellOf(value)
    if (exact && !isExactCell(cell)) exact = false
    countIn(partOf(endpoint), cell)
    const index = slot >>> sliceBits
    if (index !== lastSlice) turnTo(index)
    countCell(slice, cell)
  }

  function partOf(endpoint: number): Part {
    const known = parts[endpoint]
    if (known !== undefined) return known
    while (parts.length < endpoint) parts.push(undefined)
    const created = createPart(seen[endpoint] ?? 0)
    parts[endpoint] = created
    return created
  }

  function turnTo(index: number): void {
    const known = slices.get(index)
    slice = known ?? createValueCounts()
    lastSlice = index
    if (known !== undefined) return
    slices.set(index, slice)
    if (slices.size > MAX_SLICES) joinSlices()
  }

  function joinSlices(): void {
    const joined = new Map<number, ValueCounts>()
    for (const [index, counts] of slices) {
      const half = Math.floor(index / 2)
      const known = joined.get(half)
      if (known === undefined) joined.set(half, counts)
      else addCounts(known, counts)
    }
    slices = joined
    sliceBits += 1
    lastSlice = Math.floor(lastSlice / 2)
    slice = slices.get(lastSlice) ?? slice
  }

  return {
    record,
    of: (endpoint) => (endpoint === null ? samplesOverTime(slices) : samplesOf(parts[endpoint] ?? createPart(0))),
    slices: () => ({
      slots: 1 << sliceBits,
      values: new Map([...slices].map(([index, counts]) => [index << sliceBits, countedValues(counts)])),
    }),
    isExact: () => exact,
  }
}

function createPart(samples: number): Part {
  const batchSamples = Math.max(MIN_BATCH_SAMPLES, Math.ceil(samples / WANTED_BATCHES))
  return { closed: createValueCounts(), open: createValueCounts(), batchSamples, batches: [] }
}

function countIn(part: Part, cell: number): void {
  countCell(part.open, cell)
  if (part.open.count === part.batchSamples) closeBatch(part)
}

/**
 * Closes the open batch: its percentiles are kept, and its samples are added to the closed ones. If there are too many
 * batches, two neighbours are replaced by a batch with the mean of their percentiles. The standard errors stay right,
 * because batch means only needs batches so long that consecutive requests, which are alike, hardly connect one batch
 * with the next.
 */
function closeBatch(part: Part): void {
  part.batches.push(percentilesOf(part.open))
  addCounts(part.closed, part.open)
  for (const page of part.open.pages) page?.fill(0)
  part.open.count = 0
  if (part.batches.length < MAX_BATCHES) return
  part.batchSamples *= 2
  part.batches = part.batches.flatMap((batch, index) => {
    const next = part.batches[index + 1]
    return index % 2 === 1 || next === undefined ? [] : [batch.map((value, at) => (value + (next[at] ?? 0)) / 2)]
  })
}

/** The samples of the whole metric. Consecutive slices are combined into batches of about the same size. */
function samplesOverTime(slices: ReadonlyMap<number, ValueCounts>): CountedSamples {
  const all = createValueCounts()
  for (const counts of slices.values()) addCounts(all, counts)
  const batches: (readonly number[])[] = []
  let batch = createValueCounts()
  for (const [, counts] of [...slices].sort(([left], [right]) => left - right)) {
    addCounts(batch, counts)
    if (batch.count < all.count / WANTED_BATCHES) continue
    batches.push(percentilesOf(batch))
    batch = createValueCounts()
  }
  return withErrors(all, batches)
}

function samplesOf({ closed, open, batches }: Part): CountedSamples {
  const all = createValueCounts()
  addCounts(all, closed)
  addCounts(all, open)
  return withErrors(all, batches)
}

function percentilesOf(batch: ValueCounts): readonly number[] {
  return quantilesOfCounts(countedValues(batch), PROBABILITIES)
}

function withErrors(all: ValueCounts, batches: readonly (readonly number[])[]): CountedSamples {
  return {
    values: countedValues(all),
    standardErrors: batches.length < MIN_BATCHES ? null : standardErrorsOf(batches),
  }
}
