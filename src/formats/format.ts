import type { ReadOptions } from '../model/read-options.ts'
import type { Run } from '../model/run.ts'

/** One kind of result file. Formats are told apart by content, never by file name. */
export type Format = Readonly<{
  id: string
  /** What people call it, for messages: `k6 --summary-export`. */
  title: string
  /** Points tell the most and a summary the least. Where a run has several, the one that tells the most is read. */
  content: 'points' | 'digest' | 'summary'
  /** Decides on the first bytes (at least 64 KiB, or the whole file), after decompression. */
  recognizes(prefix: Uint8Array): boolean
  /** Reads the whole file. Throws a UserError that says what was found and what to do. Chunks are only valid until the next one. */
  parse(chunks: AsyncIterable<Uint8Array>, options: ReadOptions): Promise<Run>
  /** Reads the parts of a run that several load generators shared as one run: exactly where the format allows it, else with bounds. */
  merge(parts: readonly AsyncIterable<Uint8Array>[], options: ReadOptions): Promise<Run>
}>
