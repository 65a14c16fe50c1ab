import type { ReadOptions } from '../model/read-options.ts'
import type { ResultFile } from '../model/result-file.ts'
import type { Run } from '../model/run.ts'
import type { Aside, Tool } from './tool.ts'

/** One kind of result file. Formats are told apart by content, never by file name. */
export type Format = Readonly<{
  id: string
  tool: Tool
  /** What people call it, for messages: `k6 --summary-export`. */
  title: string
  /** Points tell the most and a summary the least. Where a run has several, the one that tells the most is read. */
  content: 'points' | 'digest' | 'summary'
  /** It tells little, and counts only where its folder has no other result: what is then said of it. Absent: it counts. */
  aside?: Pick<Aside, 'what' | 'advice'>
  /**
   * Decides on the first bytes (at least 64 KiB, or the whole file), after decompression. `json`: their value, worked out once for all
   * formats; undefined where they are no whole document.
   */
  recognizes(prefix: Uint8Array, json?: () => unknown): boolean
  /** Reads the whole file. Throws a UserError that says what was found and what to do. Chunks are only valid until the next one. */
  parse(chunks: AsyncIterable<Uint8Array>, options: ReadOptions): Promise<Run>
  /** Reads the parts of a run that several load generators shared as one run: exactly where the format allows it, else with bounds. */
  merge(parts: readonly AsyncIterable<Uint8Array>[], options: ReadOptions): Promise<Run>
  /** One file is all that a run leaves, whatever its tool joins: several in one folder are of several services. Absent: no. */
  isWholeRun?: true
  /** Reads a result that is a tree of files, all that this format recognises in the folder of the run. Absent: a result is one file. */
  readTree?(files: readonly ResultFile[], options: ReadOptions): Promise<Run>
  /** What the tool calls the folder of the tree. Absent: the result is no tree. */
  treeFolder?: string
}>
